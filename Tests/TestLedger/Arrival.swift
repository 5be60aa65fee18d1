package import Domain
package import Tracker

/// An announce as it reaches the server, with what only the client that sent it knows.
package struct Arrival: Hashable, Sendable {
    /// Of the clients of a history, counted from 0. A client is one session of the ledger.
    package let client: Int
    /// Which of the client's runs sent it: the counters begin again with each.
    package let run: Int
    /// What the client sent later has a higher number; the twins of one moment have the same.
    package let order: Int
    package let counters: Counters
    package let left: ByteCount
    package let event: AnnounceEvent?
    package let family: IPAddress.Family
    package let at: Timestamp
}
