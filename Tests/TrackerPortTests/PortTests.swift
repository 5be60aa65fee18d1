import Domain
import Foundation
import Testing
import TrackerPort

@Suite struct PortTests {
    /// Runs a port for as long as `test` runs, and sees that it ends.
    static func with(
        _ limits: PortLimits = PortLimits(), host: String = "127.0.0.1",
        sparing: @escaping @Sendable (IPAddress) -> Bool = { _ in false },
        _ test: (TrackerPort, TestDesk) async throws -> Void
    ) async throws {
        let desk = TestDesk()
        try await with(limits, host: host, sparing: sparing, desk: desk) {
            try await test($0, desk)
        }
    }

    static func with(
        _ limits: PortLimits = PortLimits(), host: String = "127.0.0.1",
        sparing: @escaping @Sendable (IPAddress) -> Bool = { _ in false },
        desk: any TrackerDesk, _ test: (TrackerPort) async throws -> Void
    ) async throws {
        let port = try TrackerPort(
            host: host, port: 0, limits: limits, sparing: sparing, desk: desk)
        async let end: Void = port.run()
        do { try await test(port) } catch {
            port.stop()
            await end
            throw error
        }
        port.stop()
        await end
    }

    private static func bodies(_ answer: String) -> [String] {
        answer.components(separatedBy: "\r\n\r\n").dropFirst().map {
            $0.components(separatedBy: "HTTP/1.1")[0]
        }
    }

    @Test("who says that it closes is answered, and the connection ends")
    func closes() async throws {
        try await Self.with { port, _ in
            let socket = try TestSocket(port: port.port)
            socket.get("/a?b", "Connection: close\r\n")
            let answer = try await socket.read()
            let body = "get /a?b 127.0.0.1;"
            #expect(
                answer == "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                    + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)")
            _ = try await patiently { port.openConnections == 0 ? true : nil }
        }
    }

    @Test("a connection stays for the next request, as HTTP/1.1 has it")
    func stays() async throws {
        try await Self.with { port, _ in
            let socket = try TestSocket(port: port.port)
            for number in 0..<5 {
                socket.get("/\(number)")
                let answer = try await socket.read("/\(number) 127.0.0.1;")
                #expect(!answer.contains("Connection: close"))
            }
            #expect(port.openConnections == 1)
            socket.get("/last", "connection: Close\r\n")
            #expect(try await socket.read().hasSuffix("get /last 127.0.0.1;"))
        }
    }

    @Test("HTTP/1.0 ends, unless it asks to stay")
    func old() async throws {
        try await Self.with { port, _ in
            let socket = try TestSocket(port: port.port)
            socket.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            _ = try await socket.read("/a 127.0.0.1;")
            socket.send("GET /b HTTP/1.0\r\n\r\n")
            #expect(try await socket.read().hasSuffix("get /b 127.0.0.1;"))
        }
    }

    @Test("requests sent at once are answered in their order, also when one of them waits")
    func pipelined() async throws {
        try await Self.with { port, desk in
            let socket = try TestSocket(port: port.port)
            let targets = ["/1", "/wait2", "/3", "/wait4", "/5"]
            socket.send(targets.map { "GET \($0) HTTP/1.1\r\n\r\n" }.joined())
            port.complete([PortCompletion(try await desk.tickets(1)[0])])
            port.complete([
                PortCompletion(try await desk.tickets(2)[1], reply: Array("other;".utf8))
            ])
            let answer = try await socket.read("/5 127.0.0.1;")
            #expect(
                Self.bodies(answer) == [
                    "get /1 127.0.0.1;", "get /wait2 127.0.0.1;", "get /3 127.0.0.1;", "other;",
                    "get /5 127.0.0.1;",
                ])
        }
    }

    @Test("more answers than may be kept are sent as they are read, in order")
    func manyAtOnce() async throws {
        var limits = PortLimits()
        limits.requests.burst = 100_000
        try await Self.with(limits) { port, _ in
            let socket = try TestSocket(port: port.port)
            let count = 5000
            let all = (0..<count).map { "GET /\($0) HTTP/1.1\r\n\r\n" }.joined()
            let writer = Thread { socket.send(all) }
            writer.start()
            let answer = try await socket.read("/\(count - 1) 127.0.0.1;")
            #expect(Self.bodies(answer) == (0..<count).map { "get /\($0) 127.0.0.1;" })
            #expect(port.openConnections == 1)
        }
    }

    @Test("however requests are cut into pieces, the answers are the same", arguments: 1...8)
    func cutAnywhere(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        try await Self.with { port, desk in
            var waited = 0
            for _ in 0..<20 {
                let socket = try TestSocket(port: port.port)
                let targets = (0..<Int.random(in: 1...12, using: &generator)).map { number in
                    let waits = Int.random(in: 0..<4, using: &generator) == 0
                    let length = Int.random(in: 0...3000, using: &generator)
                    return (waits ? "/wait" : "/") + "\(number)"
                        + String(repeating: "a", count: length)
                }
                let all = Array(
                    targets.map { "GET \($0) HTTP/1.1\r\nHost: t\r\n\r\n" }.joined().utf8)
                var start = 0
                while start < all.count {
                    let end = min(
                        all.count, start + Int.random(in: 1...4000, using: &generator))
                    socket.send(Array(all[start..<end]))
                    start = end
                    await Task.yield()
                }
                for target in targets where target.hasPrefix("/wait") {
                    waited += 1
                    port.complete([PortCompletion(try await desk.tickets(waited)[waited - 1])])
                }
                let last = try #require(targets.last) + " 127.0.0.1;"
                let answer = try await socket.read { text in
                    text.components(separatedBy: "127.0.0.1;").count == targets.count + 1
                }
                #expect(answer.hasSuffix(last))
                #expect(Self.bodies(answer) == targets.map { "get \($0) 127.0.0.1;" })
            }
        }
    }

    @Test("a request that comes byte by byte is the same request")
    func piecemeal() async throws {
        try await Self.with { port, _ in
            let socket = try TestSocket(port: port.port)
            for letter in "GET /slow HTTP/1.1\r\nX: y\r\nConnection: close\r\n\r\n" {
                for scalar in letter.unicodeScalars { socket.send(String(scalar)) }
                // The port's own thread has a turn; the other tests, who may be many, have not.
                sched_yield()
            }
            #expect(try await socket.read().hasSuffix("get /slow 127.0.0.1;"))
        }
    }

    @Test("whoever waits and is not there any more harms nobody")
    func gone() async throws {
        try await Self.with { port, desk in
            var socket: TestSocket? = try TestSocket(port: port.port)
            socket?.get("/wait")
            let ticket = try await desk.tickets(1)[0]
            socket = nil
            port.complete([PortCompletion(ticket)])
            _ = try await patiently { port.openConnections == 0 ? true : nil }
            let other = try TestSocket(port: port.port)
            other.get("/wait/other")
            let next = try await desk.tickets(2)[1]
            #expect(next != ticket)
            port.complete([PortCompletion(ticket, reply: Array("not for you".utf8))])
            port.complete([PortCompletion(next)])
            port.complete([PortCompletion(next, reply: Array("twice".utf8))])
            #expect(try await other.read("127.0.0.1;").hasSuffix("get /wait/other 127.0.0.1;"))
        }
    }

    @Test("what waits when the port closes is answered, and nobody new is heard")
    func drains() async throws {
        try await Self.with { port, desk in
            let (idle, socket) = (
                try TestSocket(port: port.port), try TestSocket(port: port.port)
            )
            idle.get("/idle")
            _ = try await idle.read("/idle")
            socket.get("/wait")
            let ticket = try await desk.tickets(1)[0]
            port.stop()
            // Who waits for nothing is let go.
            _ = try await idle.read()
            #expect(throws: TestSocket.Refused.self) { _ = try TestSocket(port: port.port) }
            port.complete([PortCompletion(ticket)])
            let answer = try await socket.read()
            #expect(answer.contains("Connection: close"))
            #expect(answer.hasSuffix("get /wait 127.0.0.1;"))
        }
    }

    @Test("on :: both families are heard, and IPv4 is told as IPv4")
    func families() async throws {
        try await Self.with(host: "::") { port, _ in
            for (isV6, name) in [(true, "::1"), (false, "127.0.0.1")] {
                let socket = try TestSocket(port: port.port, isV6: isV6)
                socket.get("/a", "Connection: close\r\n")
                #expect(try await socket.read().hasSuffix("get /a \(name);"))
                let packet = try TestSocket(.udp, port: port.port, isV6: isV6)
                packet.send("p")
                #expect(try await packet.read(name) == "packet p \(name)")
            }
        }
    }

    @Test("packets are answered, left without an answer, or answered later")
    func packets() async throws {
        try await Self.with { port, desk in
            let socket = try TestSocket(.udp, port: port.port)
            socket.send("none")
            socket.send("wait")
            socket.send("here")
            #expect(try await socket.read("here") == "packet here 127.0.0.1")
            port.complete([PortCompletion(try await desk.tickets(1)[0])])
            #expect(try await socket.read("wait") == "packet wait 127.0.0.1")
            // Many at once, more than one system call takes.
            for number in 0..<200 { socket.send("<\(number)>") }
            let all = try await socket.read { text in
                (0..<200).allSatisfy { text.contains("<\($0)>") }
            }
            #expect(all.components(separatedBy: "packet").count == 201)
        }
    }

    @Test("a port in use and a host that is none say so")
    func cannotOpen() async throws {
        try await Self.with { port, desk in
            #expect(throws: PortError.system(98)) {
                try TrackerPort(host: "127.0.0.1", port: port.port, desk: desk)
            }
            #expect(throws: PortError.noSuchHost) {
                try TrackerPort(host: "no such host", port: 0, desk: desk)
            }
        }
    }
}
