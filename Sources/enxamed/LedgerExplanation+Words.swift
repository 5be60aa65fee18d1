import Domain
import Service
import Tracker

extension LedgerExplanation {
    /// Where a ratio comes from, line by line, for an operator or for the member to read.
    var lines: [String] {
        summary + torrents.flatMap(Self.lines) + changes + notCounted
    }

    private var summary: [String] {
        let ratio =
            switch Ratio(up: totals.up, down: totals.down) {
            case .none: "there is no ratio yet"
            case .infinite: "nothing was taken, so there is no ratio"
            case .value(let value): "a ratio of \(Self.rounded(value))"
            }
        let sessions = torrents.reduce(0) { $0 + $1.sessions.count }
        var lines = [
            "\(username) (member \(user)) gave \(totals.up.inWords) and took "
                + "\(totals.down.inWords): \(ratio).",
            "That is what \(Self.count(sessions, "session")) of "
                + "\(Self.count(torrents.count, "torrent")) and "
                + "\(Self.count(adjustments.count, "adjustment")) come to.",
        ]
        let derived = derived
        if derived != (totals.up.bytes, totals.down.bytes) {
            lines[1] =
                "But its rows come to \(derived.up) bytes up and \(derived.down) bytes down: "
                + "something was changed by hand. See `enxamed ledger verify`."
        }
        return lines
    }

    private static func lines(_ torrent: Torrent) -> [String] {
        let title = OneLine.cleaned(torrent.title)
        return [
            "",
            "Torrent \(torrent.id), “\(title)”\(torrent.isDeleted ? " (deleted since)" : ""): "
                + words(torrent.credited),
        ] + torrent.sessions.flatMap(lines)
    }

    private static func lines(_ session: Session) -> [String] {
        let state = session.hasStopped ? "said goodbye" : "was last heard"
        var lines = [
            "  \(name(session.peerID)) came \(session.firstSeenAt.inWords)"
                + "\(session.hasCompleted ? ", finished the download" : "") and \(state) "
                + "\(session.lastSeenAt.inWords): \(words(session.credited))"
        ]
        let open = session.claimed - session.moved
        if open != .zero {
            lines.append(
                "    Its client says \(words(session.claimed)). Not counted of that: "
                    + "\(words(open)), from before it was first heard.")
        }
        if session.moved != session.credited {
            lines.append(
                "    It moved \(words(session.moved)); the difference is what the torrent's terms "
                    + "give and take.")
        }
        return lines
    }

    private var changes: [String] {
        guard !adjustments.isEmpty else { return [] }
        return ["", "Adjustments by staff:"]
            + adjustments.map { change in
                "  \(change.at.inWords), by \(change.actor): \(Self.signed(change.up)) up, "
                    + "\(Self.signed(change.down)) down; “\(OneLine.cleaned(change.reason))”"
            }
    }

    private var notCounted: [String] {
        var lines = [
            "",
            "Not counted, for anybody:",
            "  What a client moved before its first announce of a session: that is the baseline.",
            "  Counters that went back: a client that begins again counts from there.",
            "  Announces that a later one overtook on its way, and what was said twice.",
            "  What a torrent's terms except, such as the download of freeleech.",
        ]
        if reports > 0 {
            lines.append(
                "  What its own client reported beside the announces "
                    + "(\(Self.count(reports, "report"))): kept for review.")
        }
        return lines
    }

    // MARK: words

    private static func words(_ counters: Counters) -> String {
        "\(counters.up.inWords) up, \(counters.down.inWords) down"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private static func signed(_ bytes: Int64) -> String {
        let size = ByteCount(clamping: bytes == .min ? .max : abs(bytes)).inWords
        return (bytes < 0 ? "−" : "+") + size
    }

    /// Two places, rounded down: who is short of a ratio is not told that it is reached.
    private static func rounded(_ ratio: Double) -> String {
        let hundredths = Int64((min(ratio, 1e15) * 100).rounded(.down))
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// The client's own name for itself where it is text (BEP 20), else all of it as a number.
    private static func name(_ peerID: PeerID) -> String {
        let name = peerID.bytes.prefix(8)
        let isText = name.allSatisfy { (0x21...0x7E).contains($0) }
        let rest = isText ? peerID.hex.dropFirst(16) : peerID.hex[...]
        return (isText ? String(decoding: name, as: UTF8.self) : "") + rest
    }
}
