import API
import Foundation
import Testing

/// An open stream of server-sent events, over a real socket.
struct EventReader: Sendable {
    private let wire: Wire

    /// Answers when the server has begun to tell.
    init(port: Int, as member: Member) async throws {
        wire = try Wire(port: port)
        try await wire.send(
            "GET \(Endpoints.events.path([])) HTTP/1.1\r\nHost: t\r\n"
                + "Authorization: Bearer \(member.access)\r\n\r\n")
        let head = await wire.read(untilText: ": enxamed\n\n")
        try #require(head.contains("200 OK") && head.contains("text/event-stream"), "\(head)")
    }

    /// The events up to the first of this kind, or to the end of the stream. What came with it in
    /// one packet is dropped.
    func events(until kind: CommunityEvent.Kind) async throws -> [CommunityEvent] {
        let bytes = await wire.read { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            guard let event = text.range(of: "event: \(kind.rawValue)\n") else { return false }
            return text[event.upperBound...].contains("\n\n")
        }
        let events = try Self.events(in: String(decoding: bytes, as: UTF8.self))
        let end = events.firstIndex { $0.kind == kind }.map { $0 + 1 } ?? events.count
        return Array(events[..<end])
    }

    /// The events up to the end of the stream, which must come.
    func eventsToTheEnd() async throws -> [CommunityEvent] {
        let bytes = await wire.read { String(decoding: $0, as: UTF8.self).hasSuffix("0\r\n\r\n") }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasSuffix("0\r\n\r\n"), "\(text)")
        return try Self.events(in: text)
    }

    private static func events(in text: String) throws -> [CommunityEvent] {
        try text.split(separator: "\n").filter { $0.hasPrefix("data: ") }.map {
            try WireCoding.decode(CommunityEvent.self, from: Data($0.dropFirst(6).utf8))
        }
    }
}
