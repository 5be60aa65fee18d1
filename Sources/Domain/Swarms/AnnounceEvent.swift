/// Why a client announces, where it says so (BEP 3; `paused` is BEP 21's).
package enum AnnounceEvent: String, Hashable, Sendable {
    case started, completed, stopped, paused
}
