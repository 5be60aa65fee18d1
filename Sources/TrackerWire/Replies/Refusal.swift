import Bencoding

/// The answer to an announce or scrape that is not granted, sent with HTTP status 200.
///
/// Clients throw away the body of any other status; and without `interval` the libtorrent family
/// stays silent for half an hour.
package struct Refusal: Hashable, Sendable {
    /// When to ask again (BEP 31).
    package enum Retry: Hashable, Sendable {
        case never
        case minutes(Int)
    }

    /// One line, for the client's user.
    package var reason: String
    /// In seconds.
    package var interval: Int
    package var retry: Retry?

    package init(reason: String, interval: Int, retry: Retry? = nil) {
        self.reason = reason
        self.interval = interval
        self.retry = retry
    }

    package init(_ error: AnnounceError, interval: Int) {
        self.init(reason: error.description, interval: interval, retry: .never)
    }

    package var bytes: [UInt8] {
        BencodeValue.dictionary([
            "failure reason": .string(reason),
            "interval": .integer(Int64(interval)),
            "retry in": retry.map { retry in
                switch retry {
                case .never: .string("never")
                case .minutes(let minutes): .integer(Int64(minutes))
                }
            },
        ]).bytes
    }
}
