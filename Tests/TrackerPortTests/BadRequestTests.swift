import Foundation
import Testing
import TrackerPort
import TrackerWire

/// Every malformed announce and scrape over HTTP, through the real socket and the real readers.
@Suite struct BadRequestTests {
    @Test("a malformed announce or scrape is refused for what is wrong with it, and books nothing")
    func malformed() async throws {
        let desk = RecordingDesk()
        let cases = BadRequests.missing + BadRequests.counters + BadRequests.rest
        try await PortTests.with(desk: desk) { port in
            let staying = try TestSocket(port: port.port)
            for test in cases {
                let socket = try TestSocket(port: port.port)
                socket.get(test.target, "Connection: close\r\n")
                let body = String(
                    decoding: Refusal(test.error, interval: RecordingDesk.interval).bytes,
                    as: UTF8.self)
                let answer = try await socket.read()
                #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"), "\(test.words)")
                #expect(answer.hasSuffix("\r\n\r\n" + body), "\(test.words)")
                // The same over a connection that stays, behind all those before it.
                staying.get(test.target)
                let text = try await staying.read { $0.hasSuffix("\r\n\r\n" + body) }
                #expect(text.hasSuffix("\r\n\r\n" + body))
            }
            #expect(desk.books == RecordingDesk.Books())
            #expect(port.openConnections == 1)
            staying.get(BadRequests.announce(), "Connection: close\r\n")
            #expect(try await staying.read().hasSuffix("booked"))
            #expect(desk.books.announces.count == 1)
        }
    }

    @Test(
        "another method, another version and what is no HTTP book nothing",
        arguments: BadRequests.odd)
    func odd(text: String, reason: String) async throws {
        let desk = RecordingDesk()
        try await PortTests.with(desk: desk) { port in
            let socket = try TestSocket(port: port.port)
            socket.send(text)
            let answer = try await socket.read()
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(
                answer.hasSuffix(
                    "Connection: close\r\n\r\n"
                        + String(decoding: RecordingDesk.refusal(reason), as: UTF8.self)))
            #expect(desk.books == RecordingDesk.Books())
        }
    }

    @Test(
        "what is only unusual is an announce",
        arguments: BadRequests.unusual)
    func unusual(text: String) async throws {
        let desk = RecordingDesk()
        try await PortTests.with(desk: desk) { port in
            let socket = try TestSocket(port: port.port)
            socket.send(text)
            #expect(try await socket.read { $0.hasSuffix("booked") }.hasSuffix("booked"))
            #expect(desk.books.announces.count == 1)
        }
    }

    @Test("announces sent at once are all booked, and a bad one among them is refused in its turn")
    func pipelined() async throws {
        let desk = RecordingDesk()
        try await PortTests.with(desk: desk) { port in
            let socket = try TestSocket(port: port.port)
            let targets = [
                BadRequests.announce(["port": "1"]), BadRequests.announce(["port": "0"]),
                BadRequests.announce(["port": "2"]),
                BadRequests.scrape("info_hash=\(BadRequests.hash)"),
            ]
            socket.send(
                targets.map { "GET \($0) HTTP/1.1\r\n\r\n" }.joined() + "NONSENSE\r\n\r\n"
                    + "GET \(BadRequests.announce(["port": "3"])) HTTP/1.1\r\n\r\n")
            let bodies = try await socket.read().components(separatedBy: "\r\n\r\n").dropFirst()
            let refusal = String(
                decoding: Refusal(.portZero, interval: RecordingDesk.interval).bytes, as: UTF8.self)
            #expect(
                zip(bodies, ["booked", refusal, "booked", "booked", "notHTTP"]).allSatisfy {
                    $0.contains($1)
                })
            #expect(bodies.count == 5)
            // Nothing behind what is no HTTP is taken for a request.
            #expect(desk.books.announces.map(\.port) == [1, 2])
            #expect(desk.books.scrapes.count == 1)
        }
    }
}
