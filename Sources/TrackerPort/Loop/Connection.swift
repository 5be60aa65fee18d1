import Domain

/// A connection that is held: one whose request is not all there, that waits for its answer, that
/// does not read it, or that stays open for the next one.
struct Connection {
    enum State {
        /// Nobody has this place.
        case free
        /// Between requests, or within one.
        case reading
        /// For the desk.
        case waiting
        /// For its client to read.
        case writing
        /// Answered for the last time: what still comes is thrown away until the client hangs up,
        /// or the end of our side would reach it as a reset, before the answer.
        case draining
    }

    var state = State.free
    var descriptor: Int32 = -1
    /// Counts those that had the place, so that an event of one is not taken for another's.
    var tenant: UInt32 = 0
    /// Counts the requests of all of them, so that an answer finds the one that it is for.
    var request: UInt32 = 0
    var address = IPAddress.v4(0)
    /// What came and is not answered yet.
    var input: [UInt8] = []
    /// How much of `input` was looked through for the end of a head.
    var looked = 0
    /// Answers that are not sent yet.
    var output: [UInt8] = []
    /// How much of `output` was sent; while a request waits, where its answer begins; in the end,
    /// how much was thrown away.
    var sent = 0
    /// Of the request that waits.
    var keepsOpen = false
    /// When patience ends, in milliseconds of the loop's clock.
    var deadline: Int64 = .max
    /// What epoll was last told to watch for.
    var watched: UInt32 = 0

    var heldBytes: Int { input.capacity + output.capacity }

    var isIdle: Bool { state == .reading && input.isEmpty && output.isEmpty }
}
