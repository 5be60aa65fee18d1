/// Why an announce or scrape cannot be read.
package enum AnnounceError: Error, Hashable, Sendable {
    case tooLong
    case badEscape
    case controlCharacter
    case noPasskey
    case badPasskey
    case missing(String)
    case twice(String)
    case notTwentyBytes(String)
    case notANumber(String)
    case negative(String)
    case outOfRange(String)
    case portZero
    case unknownEvent
    case badAddress(String)
    case tooManyHashes
}

extension AnnounceError: CustomStringConvertible {
    /// One line, as clients show a failure reason.
    package var description: String {
        switch self {
        case .tooLong: "The request is longer than \(TrackerRequest.maximumBytes) bytes."
        case .badEscape: "The request holds a broken percent escape."
        case .controlCharacter: "The request holds a control character."
        case .noPasskey: "The passkey is missing: download the torrent file again."
        case .badPasskey: "The passkey is malformed: download the torrent file again."
        case .missing(let name): "The request does not say its \(name)."
        case .twice(let name): "The request says its \(name) twice."
        case .notTwentyBytes(let name): "The \(name) is not 20 bytes long."
        case .notANumber(let name): "The \(name) is not a number."
        case .negative(let name): "The \(name) is negative."
        case .outOfRange(let name): "The \(name) is out of range."
        case .portZero: "Port 0 cannot be reached."
        case .unknownEvent: "The event is not one that trackers know."
        case .badAddress(let name): "The \(name) is not an address."
        case .tooManyHashes: "One scrape asks for at most \(ScrapeRequest.maximumHashes) torrents."
        }
    }
}
