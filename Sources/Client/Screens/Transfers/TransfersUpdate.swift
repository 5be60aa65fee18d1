import API
import Domain

extension AppState {
    mutating func transferHappened(_ event: TransferEvent) -> [Effect] {
        switch event {
        case .changed(let changed): transfersChanged(changed)
        case .removed(let hash):
            let row = transfers.list.row(of: hash)
            transfers.list.remove(hash)
            if let row, row < transfers.cursor.index { transfers.cursor.index -= 1 }
            transfers.marks.remove(hash)
            transfers.nameless.remove(hash)
            transfers.complaints[hash] = nil
            transfers.swarms.forget(hash)
            transfers.changedAt[hash] = nil
        case .pieceFinished(let hash, let piece):
            outbox.add(TransferReport(type: .pieceFinished, infoHash: hash, piece: piece))
            receipts.somethingCame(at: now)
        case .torrentFinished(let hash):
            outbox.add(TransferReport(type: .torrentFinished, infoHash: hash))
            transfers.changedAt[hash] = now
            if let transfer = transfers[hash] {
                note(.downloadFinished(transfers.title(of: transfer)), .good)
            }
            receipts.allCame(at: now)
        case .uploadTick(let hash, let uploaded):
            outbox.add(TransferReport(type: .uploadTick, infoHash: hash, bytes: uploaded))
        case .trackerProblem(let hash, let message):
            let isNew = transfers.complaints[hash] != message
            transfers.complaints[hash] = message
            if isNew, let transfer = transfers[hash] {
                list(.trackerSaid(message, of: transfers.title(of: transfer)), .bad)
            }
        case .trackerAnswered(let hash): transfers.complaints[hash] = nil
        }
        return []
    }

    /// Rows keep their order of arrival, and those that still come in stand first; the cursor stays
    /// on its torrent.
    private mutating func transfersChanged(_ changed: [Transfer]) {
        let current = transfers.current?.id
        let (arrived, turned) = transfers.list.take(changed)
        for hash in turned { transfers.changedAt[hash] = now }
        for transfer in changed {
            transfers.swarms.note(transfer.id, size: transfer.peers, at: now)
        }
        if !arrived.isEmpty {
            transfers.nameless.formUnion(arrived.filter { transfers.titles[$0] == nil })
            nameTransfers(from: catalog.items.loaded)
        }
        if let current, let row = transfers.list.row(of: current) {
            transfers.cursor.index = row
        }
    }

    mutating func transfersFailed(_ failure: CommunityFailure) -> [Effect] {
        transfers.failure = failure
        return refuse(failure)
    }

    mutating func transfersReported(_ outcome: Outcome<Nothing>) -> [Effect] {
        switch outcome {
        case .success:
            outbox.settle(failure: nil)
            return []
        case .failure(let failure):
            outbox.settle(failure: failure)
            return bear(failure)
        }
    }

    mutating func transfersLimited(_ outcome: Outcome<Nothing>) -> [Effect] {
        if case .failure(let failure) = outcome { return refuse(failure) }
        return []
    }

    mutating func diskMeasured(_ free: ByteCount) -> [Effect] {
        freeDisk = free
        return []
    }

    // MARK: what a person does

    /// Resumes when all that was chosen stands still, else pauses.
    mutating func togglePause() -> [Effect] {
        let chosen = transfers.chosen
        let standing = chosen.filter { $0.state == .paused || $0.state == .failed }
        let running = chosen.filter { $0.state != .paused && $0.state != .failed }.map(\.id)
        let effect: Effect =
            running.isEmpty ? .resumeTransfers(standing.map(\.id)) : .pauseTransfers(running)
        rememberActs(on: running.isEmpty ? standing.map(\.id) : running, effect)
        return [effect]
    }

    mutating func askToRemove(withData: Bool) -> [Effect] {
        let chosen = transfers.chosen
        guard !chosen.isEmpty else { return [] }
        let names = chosen.prefix(3).map { Phrase(verbatim: transfers.title(of: $0)) }
        let rest = chosen.count > 3 ? [Phrase.more(chosen.count - 3)] : []
        let bytes = chosen.reduce(ByteCount.zero) { $0 + $1.done }
        overlays.append(
            .question(
                QuestionState(
                    title: withData ? .removeWithDataTitle : .removeTitle,
                    lines: names + rest + [
                        withData ? .dataIsLost(figures.long(bytes)) : .dataStays
                    ],
                    yes: withData ? .deleteFiles : .removeFromList,
                    effects: [.removeTransfers(chosen.map(\.id), withData: withData)])))
        return []
    }

    mutating func openFile() -> [Effect] {
        guard let transfer = transfers.current, transfer.isComplete else { return [] }
        return [.openFiles(of: transfer.id, name: transfer.name)]
    }

    mutating func filesOpened(_ name: String, _ outcome: Outcome<Nothing>) -> [Effect] {
        switch outcome {
        case .success:
            note(.opened(name))
            return []
        case .failure(let failure): return refuse(failure)
        }
    }

    /// From the folded strip to the whole pane.
    mutating func showTransfer() -> [Effect] { open(.transfers) }
}
