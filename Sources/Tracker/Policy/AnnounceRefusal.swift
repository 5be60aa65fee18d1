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
    case tooSoon(seconds: Int)

    /// One line, as clients show it to their user.
    package var message: String {
        switch self {
        case .unknownPasskey:
            "This passkey is not known: download the torrent file again."
        case .banned(let reason):
            OneLine.cleaned("You are banned from this community: \(reason)")
        case .unknownTorrent: "This torrent is not in the catalog."
        case .addressBanned(let reason):
            OneLine.cleaned("Your address is banned from this community: \(reason)")
        case .clientBanned(let prefix, let reason):
            OneLine.cleaned("Clients named \(prefix) are not welcome here: \(reason)")
        case .deleted(let reason):
            OneLine.cleaned("This torrent was deleted by the staff: \(reason)")
        case .awaitsApproval: "This torrent waits for the approval of the staff."
        case .badPort(let port): "Port \(port) is not for peers: choose one above 1023."
        case .owes(let bytes, let required):
            "You owe \(Self.shown(bytes)) of upload before you start another download "
                + "(required ratio \(required)). You may always seed."
        case .tooSoon(let seconds): "Too soon: ask again in \(seconds) s."
        }
    }

    /// Minutes until asking again can help (BEP 31); `nil` when only a change can.
    package var retryMinutes: Int? {
        switch self {
        case .unknownPasskey, .badPort, .clientBanned, .deleted: nil
        case .banned, .addressBanned, .unknownTorrent, .owes: 30
        case .awaitsApproval, .tooSoon: 1
        }
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
