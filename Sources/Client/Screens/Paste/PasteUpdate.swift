import API
import Cells
import Domain

extension AppState {
    /// A paste that no field has taken: torrents are asked about, anything else is named.
    mutating func pasted(_ text: String) -> [Effect] {
        guard session != nil, overlays.isEmpty else { return [] }
        let pasted = PastedTorrents(text)
        guard !pasted.isEmpty else {
            note(.nothingToAdd, .bad)
            return []
        }
        // Files have to be looked at before there is anything to ask.
        if pasted.paths.isEmpty {
            askToAdd([], pasted)
            return []
        }
        awaitedPaste = pasted
        return [.inspectTorrents(pasted.paths)]
    }

    mutating func torrentsInspected(_ files: [PastedFile]) -> [Effect] {
        guard let pasted = awaitedPaste, pasted.paths == files.map(\.path) else { return [] }
        awaitedPaste = nil
        askToAdd(files, pasted)
        return []
    }

    mutating func torrentAdded(name: String, _ outcome: Outcome<InfoHash>) -> [Effect] {
        switch outcome {
        case .success:
            note(.added(name), .good)
            return []
        case .failure(let failure): return refuse(failure)
        }
    }

    private mutating func askToAdd(_ files: [PastedFile], _ pasted: PastedTorrents) {
        var names: [Phrase] = []
        var problems: [Phrase] = []
        var effects: [Effect] = []
        for file in files {
            switch file.outcome {
            case .success(let facts):
                if let reason = objection(to: facts) {
                    problems.append(.cannotAdd(facts.name, reason))
                    continue
                }
                names.append(.toAdd(facts.name, size: figures.long(facts.size)))
                effects.append(.addTorrent(path: file.path, name: facts.name))
            case .failure(let failure):
                let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
                problems.append(.cannotAdd(name, failure.phrase))
            }
        }
        for magnet in pasted.magnets {
            guard case .hash(let hash) = magnet else {
                problems.append(.unreadableMagnet)
                continue
            }
            if transfers[hash] != nil {
                problems.append(.cannotAdd(String(hash.hex.prefix(8)), .isHereAlready))
            } else if let entry = catalog.items.loaded.first(where: { $0.infoHash == hash }) {
                names.append(.toAdd(entry.title, size: figures.long(entry.size)))
                effects.append(.download(entry.id, title: entry.title))
            } else {
                problems.append(.cannotAdd(String(hash.hex.prefix(8)), .magnetFromElsewhere))
            }
        }
        if pasted.others > 0 { problems.append(.otherLines(pasted.others)) }
        overlays.append(
            .question(.adding(Self.listed(names), Self.listed(problems), effects: effects)))
    }

    /// All transfers here announce to this community: with another's torrent they would find nobody,
    /// and nothing would count.
    private func objection(to facts: PastedFile.Facts) -> Phrase? {
        let hosts = facts.trackers.compactMap { AnnounceHost($0) }
        guard let first = hosts.first else { return .namesNoTracker }
        guard let own = session.flatMap({ AnnounceHost($0.me.announceURL) }), hosts.contains(own)
        else { return .trackerFromElsewhere(first.name) }
        return nil
    }

    /// As many as a dialog has room for.
    private static func listed(_ lines: [Phrase]) -> [Phrase] {
        let most = 5
        return lines.count <= most
            ? lines : Array(lines.prefix(most - 1)) + [.more(lines.count - most + 1)]
    }
}

extension QuestionState {
    /// - Parameters:
    ///   - names: what would be added.
    ///   - problems: what cannot be, and why.
    fileprivate static func adding(
        _ names: [Phrase], _ problems: [Phrase], effects: [Effect]
    ) -> QuestionState {
        let gap = names.isEmpty || problems.isEmpty ? [] : [Phrase(verbatim: "")]
        return QuestionState(
            title: effects.isEmpty ? .nothingToAddTitle : .addTorrents(effects.count),
            lines: names + gap + problems, yes: effects.isEmpty ? .goOn : .addThem,
            effects: effects)
    }
}
