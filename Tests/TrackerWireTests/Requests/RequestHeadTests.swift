import Testing
import TrackerWire

@Suite struct RequestHeadTests {
    private func find(_ text: String, looked: Int = 0) -> RequestHead.Found {
        let bytes = Array(text.utf8)
        return RequestHead.find(in: bytes.span, looked: looked)
    }

    private func head(_ text: String) throws -> RequestHead {
        guard case .head(let head) = find(text) else {
            throw CancellationError()
        }
        return head
    }

    @Test("the line and the fields are found, and where the next request begins")
    func parts() throws {
        let text = "GET /announce?a=b HTTP/1.1\r\nHost: t\r\nX: y\r\n\r\nGET /next"
        let head = try head(text)
        let bytes = Array(text.utf8)
        #expect(head.isGet && head.keepsOpen)
        #expect(String(decoding: bytes[head.target], as: UTF8.self) == "/announce?a=b")
        #expect(String(decoding: bytes[head.fields], as: UTF8.self) == "Host: t\r\nX: y\r\n")
        #expect(String(decoding: bytes[head.length...], as: UTF8.self) == "GET /next")
    }

    @Test("a head is looked for from where the last look ended, whatever the pieces")
    func pieces() {
        let text = "GET / HTTP/1.1\r\nHost: t\r\n\r\n"
        for length in 0..<text.utf8.count {
            #expect(find(String(decoding: Array(text.utf8).prefix(length), as: UTF8.self)) == .more)
            #expect(find(text, looked: length) == find(text))
        }
        #expect(find("GET / HTTP/1.1\r\n\r\n") != .more)
    }

    @Test(
        "whether a connection stays is the version's and the client's word",
        arguments: [
            ("1.1", "", true), ("1.1", "Connection: close\r\n", false),
            ("1.1", "cOnNeCtIoN:Close\r\n", false), ("1.0", "", false),
            ("1.0", "Connection: Keep-Alive\r\n", true),
            ("1.1", "Connection: keep-alive, TE\r\n", true),
            ("1.1", "Content-Length: 5\r\n", false), ("1.1", "Content-Length: 0\r\n", true),
            ("1.1", "Transfer-Encoding: chunked\r\n", false),
            ("1.1", "X-Connection: close\r\n", true),
        ])
    func staying(version: String, field: String, stays: Bool) throws {
        #expect(try head("GET / HTTP/\(version)\r\nHost: t\r\n\(field)\r\n").keepsOpen == stays)
    }

    @Test("random and damaged heads never trap")
    func garbage() {
        var generator = SeededGenerator(seed: 5)
        let good = Array("GET /announce?x HTTP/1.1\r\nConnection: close\r\nHost: t\r\n\r\n".utf8)
        for _ in 0..<20_000 {
            _ = RequestHead.find(in: generator.mutated(good).span)
            _ = RequestHead.find(
                in: generator.garbage(of: Array("GET / HTTP/1.1\r\n\r\n:".utf8), upTo: 60).span)
        }
    }
}
