package import Domain

/// Why an announce is not granted.
package enum AnnounceRefusal: Error, Hashable, Sendable {
    case unknownPasskey
    case banned(reason: String)
    /// Not in the catalog, or not for this member: nobody is told which.
    case unknownTorrent
    case addressBanned(reason: String)
    case clientBanned(prefix: String, reason: String)
    /// It was in the catalog when this member had a session on it.
    case deleted(reason: String)
    case awaitsApproval
    case badPort(UInt16)
    case owes(ByteCount, requiredRatio: Double)
    /// The member downloads so many torrents already.
    case slotsFull(Int)
    /// Only clients whose peer ids begin with one of these are taken.
    case clientNotAllowed([String])
    case tooSoon(seconds: Int)
    /// More announces with one passkey than any client needs.
    case tooOften
    /// The disk is full, or the database away.
    case cannotWrite

    /// One line, as clients show it to their user: what is wrong, and what to do about it.
    package var message: String {
        switch self {
        case .unknownPasskey:
            "This passkey is not known: download the torrent file again."
        case .banned(let reason):
            OneLine.cleaned(
                "You are banned from this community, until its staff lifts that: \(reason)")
        case .unknownTorrent:
            "This torrent is not in the catalog: remove it, or look for it there again."
        case .addressBanned(let reason):
            OneLine.cleaned(
                "Your address is banned from this community, until its staff lifts that: "
                    + reason)
        case .clientBanned(let prefix, let reason):
            OneLine.cleaned("Clients named \(prefix) are not welcome here, use another: \(reason)")
        case .deleted(let reason):
            OneLine.cleaned("This torrent was deleted by the staff, remove it: \(reason)")
        case .awaitsApproval:
            "This torrent waits for the approval of the staff: your client asks again by itself."
        case .badPort(let port): "Port \(port) is not for peers: choose one above 1023."
        case .owes(let bytes, let required):
            "You owe \(Self.shown(bytes)) of upload before you start another download "
                + "(required ratio \(required)). You may always seed."
        case .slotsFull(let most):
            "You download \(most == 1 ? "1 torrent" : "\(most) torrents") already, as many as you "
                + "may at once: finish or stop one first. You may always seed."
        case .clientNotAllowed(let prefixes):
            "This community takes only some clients, and yours is none of them: use one whose peer "
                + "id begins with \(Self.listed(prefixes))."
        case .tooSoon(let seconds): "Too soon: ask again in \(seconds) s."
        case .tooOften:
            "Your clients ask more often than the tracker answers: it hears them again in a minute."
        case .cannotWrite: "The tracker cannot write now; nothing is lost."
        }
    }

    /// For counting.
    package var name: String {
        switch self {
        case .unknownPasskey: "unknown_passkey"
        case .banned: "banned"
        case .unknownTorrent: "unknown_torrent"
        case .addressBanned: "address_banned"
        case .clientBanned: "client_banned"
        case .deleted: "deleted"
        case .awaitsApproval: "awaits_approval"
        case .badPort: "bad_port"
        case .owes: "owes"
        case .slotsFull: "slots_full"
        case .clientNotAllowed: "client_not_allowed"
        case .tooOften: "too_often"
        case .tooSoon: "too_soon"
        case .cannotWrite: "cannot_write"
        }
    }

    /// Minutes until asking again can help (BEP 31); `nil` when only a change can.
    package var retryMinutes: Int? {
        switch self {
        case .unknownPasskey, .badPort, .clientBanned, .clientNotAllowed, .deleted: nil
        case .banned, .addressBanned, .unknownTorrent, .owes: 30
        case .slotsFull: 5
        case .awaitsApproval, .tooOften, .tooSoon, .cannotWrite: 1
        }
    }

    /// A few of them: a client shows one line.
    private static func listed(_ prefixes: [String]) -> String {
        let shown = prefixes.prefix(5)
        guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
        let others = prefixes.count > shown.count ? ", or another that is named to you" : ""
        return shown.dropLast().joined(separator: ", ") + " or " + last + others
    }

    private static func shown(_ count: ByteCount) -> String {
        let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        var tenths = count.bytes
        var unit = 0
        guard tenths >= 1024 else { return "\(tenths) B" }
        while tenths >= 1024 * 1024 {
            tenths /= 1024
            unit += 1
        }
        // Rounded up: who gives what is shown here has given enough.
        tenths = (tenths * 10 + 1023) / 1024
        return "\(tenths / 10).\(tenths % 10) \(units[unit + 1])"
    }
}
