import Testing

@testable import APIClient

@Suite struct ServerSentEventParserTests {
    private func parse(_ chunks: [[UInt8]]) throws -> [ServerSentEvent] {
        var parser = ServerSentEventParser()
        return try chunks.flatMap { try parser.read($0) }
    }

    private static let sample =
        "\u{FEFF}: comment\nevent: a\ndata: one\ndata: two\nid: 5\n\n"
        + "data:no space\r\n\r\ndata\r\rid\ndata: é\n\n: x\n\nevent: lost\n\nunknown: 1\n"
        + "data: last\n\ndata: unfinished"

    private static let expected = [
        ServerSentEvent(name: "a", data: "one\ntwo", id: "5"),
        ServerSentEvent(name: "message", data: "no space", id: "5"),
        ServerSentEvent(name: "message", data: "", id: "5"),
        ServerSentEvent(name: "message", data: "é", id: ""),
        ServerSentEvent(name: "message", data: "last", id: ""),
    ]

    @Test("fields, comments and each kind of line end are read")
    func whole() throws {
        #expect(try parse([Array(Self.sample.utf8)]) == Self.expected)
    }

    @Test("it does not matter where the chunks are cut")
    func cuts() throws {
        let bytes = Array(Self.sample.utf8)
        #expect(try parse(bytes.map { [$0] }) == Self.expected)
        for cut in 0...bytes.count {
            #expect(try parse([Array(bytes[..<cut]), Array(bytes[cut...])]) == Self.expected)
        }
    }

    @Test("the server says how long to wait, and nonsense is not taken for it")
    func retry() throws {
        var parser = ServerSentEventParser()
        _ = try parser.read(Array("retry: 1500\nretry: -1\nretry: x\nretry: 99999999999\n".utf8))
        #expect(parser.retry == .milliseconds(1500))
    }

    @Test("an event without an end is given up at a megabyte, comments for a year are not")
    func endless() throws {
        var parser = ServerSentEventParser()
        #expect(throws: ServerSentEventParser.TooLong.self) {
            for _ in 0..<11 { _ = try parser.read([UInt8](repeating: 0x61, count: 100_000)) }
        }
        var patient = ServerSentEventParser()
        let comment = Array((":" + String(repeating: " ", count: 1000) + "\n").utf8)
        for _ in 0..<3000 { #expect(try patient.read(comment).isEmpty) }
    }
}
