/// Why a measurement cannot be made, as one line for whoever started it.
enum BenchError: Error, CustomStringConvertible {
    case interrupted
    case wrong(option: String, expected: String)
    /// A program that is measured, or measured against, is not there.
    case missing(program: String, remedy: String)
    /// A program ended or did not begin; the log is what it said last.
    case failed(program: String, log: String)
    /// The folder or database holds something that was not made from these settings.
    case otherCatalog(place: String, why: String)
    case connection(String)
    case refused(request: String, status: Int, body: String)

    var description: String {
        switch self {
        case .interrupted: "interrupted"
        case .wrong(let option, let expected): "\(option) should be \(expected)"
        case .missing(let program, let remedy): "\(program) is not there; \(remedy)"
        case .failed(let program, let log):
            "\(program) failed" + (log.isEmpty ? "" : "; it said:\n\(log)")
        case .otherCatalog(let place, let why): "\(place) holds another catalog: \(why)"
        case .connection(let reason): "the connection to the server broke: \(reason)"
        case .refused(let request, let status, let body):
            "\(request) was answered with \(status): \(body)"
        }
    }
}
