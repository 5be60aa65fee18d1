package import API
import Domain

/// Why a call brought no result.
package enum APIError: Error, Hashable, Sendable {
    case unreachable(host: String, reason: String)
    case timedOut(host: String)
    /// The certificate of the server cannot be verified.
    case untrusted(host: String, reason: String)
    /// The server understood, and says no.
    case refused(Problem)
    /// Nobody is signed in, or the session is over; the problem is what the server said to it.
    case unauthorised(Problem?)
    /// What answers is no Enxame server, or one of another age.
    case badAnswer(host: String, reason: String)
    case answerTooLarge(host: String)
    case cancelled
}

extension APIError: CustomStringConvertible {
    /// A sentence for people, fit for one line.
    package var description: String {
        switch self {
        case .unreachable(let host, let reason): "\(host) cannot be reached: \(reason)."
        case .timedOut(let host): "\(host) did not answer in time."
        case .untrusted(let host, let reason):
            "\(host) cannot prove that it is \(host): \(reason)."
        case .refused(let problem): OneLine.cleaned(problem.detail)
        case .unauthorised(let problem):
            problem.map { OneLine.cleaned($0.detail) } ?? "You are not signed in."
        case .badAnswer(let host, let reason):
            "\(host) does not answer as an Enxame server does: \(OneLine.cleaned(reason))."
        case .answerTooLarge(let host): "The answer of \(host) is larger than it can be."
        case .cancelled: "Cancelled."
        }
    }
}

extension APIError {
    init(_ error: any Error, host: String) {
        self =
            switch error {
            case let error as APIError: error
            case TransportError.notConnected(let reason), TransportError.brokenOff(let reason):
                .unreachable(host: host, reason: reason)
            case TransportError.timedOut: .timedOut(host: host)
            case TransportError.untrusted(let reason): .untrusted(host: host, reason: reason)
            case TransportError.bodyTooLarge: .answerTooLarge(host: host)
            case TransportError.failed(let reason): .badAnswer(host: host, reason: reason)
            case is CancellationError: .cancelled
            default: .badAnswer(host: host, reason: "\(error)")
            }
    }
}
