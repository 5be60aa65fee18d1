import NIOCore

/// How far a connection is with its requests, and until when it may take for what comes next.
///
/// While a request that was read to its end waits for its answer there is no deadline: the time is
/// ours then, and so is that of requests behind it in the pipeline.
struct RequestProgress {
    enum Verdict: Hashable {
        /// Nothing was begun, or it was answered already: the connection just goes.
        case close
        /// A request that was begun gets a 408.
        case tooLate
    }

    private enum Reading {
        case nothing
        case head(bytes: Int)
        case body(began: NIODeadline)
    }

    private let limits: ConnectionLimits
    private var reading = Reading.nothing
    /// Since when nothing came that counts.
    private var since: NIODeadline
    private var begun = 0
    private var read = 0
    private var answered = 0

    init(limits: ConnectionLimits, now: NIODeadline) {
        self.limits = limits
        since = now
    }

    /// Whether the headers, as far as they came, are too long.
    var isHeadTooLong: Bool {
        if case .head(let bytes) = reading { bytes > limits.headBytes } else { false }
    }

    mutating func received(_ count: Int, at now: NIODeadline) {
        switch reading {
        case .nothing:
            reading = .head(bytes: count)
            since = now
        case .head(let bytes): reading = .head(bytes: bytes + count)
        case .body: since = now
        }
    }

    mutating func headRead(at now: NIODeadline) {
        begun += 1
        reading = .body(began: now)
        since = now
    }

    mutating func requestRead(at now: NIODeadline) {
        read += 1
        reading = .nothing
        since = now
    }

    mutating func requestAnswered(at now: NIODeadline) {
        answered += 1
        since = now
    }

    var deadline: NIODeadline? {
        guard read <= answered else { return nil }
        return switch reading {
        case .nothing: since + limits.idle
        case .head: since + limits.head
        case .body(let began): min(since + limits.bodyPause, began + limits.body)
        }
    }

    /// What to do when the deadline has passed.
    var verdict: Verdict {
        switch reading {
        case .nothing: .close
        case .head: .tooLate
        case .body: begun > answered ? .tooLate : .close
        }
    }
}
