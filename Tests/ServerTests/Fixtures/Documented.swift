import API
import Testing

/// Holds answers against the documentation: whatever a test asks, no answer may be one that
/// `/openapi.json` does not know.
enum Documented {
    static func expect<Query, Body, Reply>(
        _ reply: HTTPReply, of endpoint: Endpoint<Query, Body, Reply>
    ) throws {
        let media = reply.header("Content-Type") ?? ""
        if reply.status == endpoint.status {
            if Reply.self == Nothing.self, endpoint.media == .json {
                #expect(reply.data.isEmpty)
            } else {
                #expect(media.hasPrefix(endpoint.media.type), "\(endpoint.name) answered \(media)")
            }
            guard endpoint.media == .json, Reply.self != Nothing.self else { return }
            let complaints = Reply.schema.complaints(about: try JSON(reading: reply.data))
            #expect(complaints.isEmpty, "\(endpoint.name)")
        } else {
            let code = try WireCoding.decode(Problem.self, from: reply.data).code
            let known = endpoint.everyRefusal.first { $0.status == reply.status }?.codes ?? []
            #expect(
                known.contains(code),
                "\(endpoint.name) answers \(reply.status) \(code): undocumented")
        }
    }
}
