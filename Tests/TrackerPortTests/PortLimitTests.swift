import Foundation
import Testing
import TrackerPort

/// What strangers may do with connections.
@Suite struct PortLimitTests {
    @Test(
        "what is no HTTP is refused, and the connection ends",
        arguments: [
            "\0\0\0\0\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/2.0\r\n\r\n",
            "\r\n\r\n", " / HTTP/1.1\r\n\r\n", "GET  HTTP/1.1\r\n\r\n", "GET / HTTP/1.1x\r\n\r\n",
        ])
    func notHTTP(text: String) async throws {
        try await PortTests.with { port, _ in
            let socket = try TestSocket(port: port.port)
            socket.send(text)
            let answer = try await socket.read()
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.hasSuffix("Connection: close\r\n\r\nfault notHTTP"))
        }
    }

    @Test("a head without end is refused when it is too long, and the refusal arrives")
    func tooLong() async throws {
        try await PortTests.with { port, _ in
            for head in [
                "GET /" + String(repeating: "a", count: 60_000) + " HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 60_000),
            ] {
                let socket = try TestSocket(port: port.port)
                socket.send(head)
                #expect(try await socket.read().hasSuffix("fault tooLong"))
            }
        }
    }

    @Test("a method with a body is answered, and nothing behind it is taken for a request")
    func bodies() async throws {
        try await PortTests.with { port, _ in
            let socket = try TestSocket(port: port.port)
            socket.send(
                "POST /a HTTP/1.1\r\nContent-Length: 24\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n")
            let answer = try await socket.read()
            #expect(answer.hasSuffix("other /a 127.0.0.1;"))
            let get = try TestSocket(port: port.port)
            get.send(
                "GET /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /b HTTP/1.1\r\n\r\n"
            )
            #expect(try await get.read().hasSuffix("get /a 127.0.0.1;"))
        }
    }

    @Test("who takes too long over a request is refused, who says nothing more is let go")
    func slow() async throws {
        var limits = PortLimits()
        limits.head = 200
        limits.idle = 200
        try await PortTests.with(limits) { port, _ in
            let slow = try TestSocket(port: port.port)
            slow.send("GET /a")
            #expect(try await slow.read().hasSuffix("fault tooSlow"))
            let idle = try TestSocket(port: port.port)
            idle.get("/a")
            #expect(try await idle.read().hasSuffix("get /a 127.0.0.1;"))
            _ = try await patiently { port.openConnections == 0 ? true : nil }
        }
    }

    @Test("one address holds so many connections, and those whose request is there are answered")
    func crowd() async throws {
        var limits = PortLimits()
        limits.perAddress = 3
        try await PortTests.with(limits) { port, _ in
            let held = try (0..<3).map { _ in try TestSocket(port: port.port) }
            for socket in held {
                socket.get("/held")
                _ = try await socket.read("/held 127.0.0.1;")
            }
            let partial = try TestSocket(port: port.port)
            partial.send("GET /par")
            #expect(try await partial.read() == "")
            let whole = try TestSocket(port: port.port)
            whole.get("/whole")
            let answer = try await whole.read()
            #expect(answer.contains("Connection: close"))
            #expect(answer.hasSuffix("get /whole 127.0.0.1;"))
            #expect(port.openConnections == 3)
        }
    }

    @Test("who asks and asks and never reads is asked nothing more, and let go")
    func neverReads() async throws {
        var limits = PortLimits()
        limits.head = 500
        limits.requests.burst = 1_000_000
        try await PortTests.with(limits) { port, _ in
            let socket = try TestSocket(port: port.port)
            let many = String(
                repeating: "GET /" + String(repeating: "a", count: 2000)
                    + " HTTP/1.1\r\n\r\n", count: 200)
            let flood = Thread { for _ in 0..<50 { socket.send(many) } }
            flood.start()
            // What it still has to say is more than the system holds for it: it ends when it is cut.
            _ = try await patiently { flood.isFinished ? true : nil }
            _ = try await patiently { port.openConnections == 0 ? true : nil }
            let next = try TestSocket(port: port.port)
            next.get("/next", "Connection: close\r\n")
            #expect(try await next.read().hasSuffix("get /next 127.0.0.1;"))
        }
    }

    @Test("beyond the connections that wait nobody is taken, until one of them is answered")
    func full() async throws {
        var limits = PortLimits()
        limits.connections = 2
        limits.spare = 2
        try await PortTests.with(limits) { port, desk in
            let waiting = try (0..<4).map { _ in try TestSocket(port: port.port) }
            for socket in waiting { socket.get("/wait", "Connection: close\r\n") }
            let tickets = try await desk.tickets(4)
            let outside = try TestSocket(port: port.port)
            outside.get("/wait/outside", "Connection: close\r\n")
            // The loop has been round, and nobody was taken.
            let packet = try TestSocket(.udp, port: port.port)
            for _ in 0..<3 {
                packet.send("p")
                _ = try await packet.packet()
            }
            #expect(port.openConnections == 4)
            #expect(desk.known == 4)
            port.complete([PortCompletion(tickets[0])])
            #expect(try await waiting[0].read().hasSuffix("get /wait 127.0.0.1;"))
            let next = try await desk.tickets(5)[4]
            port.complete([PortCompletion(next)])
            #expect(try await outside.read().hasSuffix("get /wait/outside 127.0.0.1;"))
        }
    }

    @Test("slow clients and those who do not read hold no more than the limits say")
    func memory() async throws {
        var limits = PortLimits()
        limits.connections = 40
        limits.perAddress = 40
        limits.spare = 1
        limits.head = 600_000
        limits.idle = 600_000
        limits.requests.burst = 1_000_000
        try await PortTests.with(limits) { port, _ in
            let slow = try (0..<20).map { _ in try TestSocket(port: port.port) }
            for (number, socket) in slow.enumerated() {
                socket.send(
                    "GET /" + String(repeating: "a", count: (limits.headBytes - 10) >> (number % 5))
                )
            }
            let flood = try (0..<20).map { _ in try TestSocket(port: port.port) }
            let many = Array(
                String(
                    repeating: "GET /" + String(repeating: "b", count: 4000)
                        + " HTTP/1.1\r\n\r\n", count: 500
                ).utf8)
            let floods = flood.map { socket in Thread { socket.send(many) } }
            for thread in floods { thread.start() }
            _ = try await patiently { port.openConnections == 40 ? true : nil }
            let most = limits.mostBytes(answer: 4100)
            // The unread answers of one at least, and everything that is kept of the slow.
            _ = try await patiently {
                port.figures.heldBytes > limits.outputBytes + 4 * limits.headBytes ? true : nil
            }
            for _ in 0..<200 {
                #expect(port.figures.heldBytes <= most)
                await Task.yield()
            }
            let whole = try TestSocket(port: port.port)
            whole.get("/whole")
            #expect(try await whole.read().hasSuffix("get /whole 127.0.0.1;"))
            let partial = try TestSocket(port: port.port)
            partial.send("GET /par")
            #expect(try await partial.read() == "")
            #expect(port.figures.connectionsCrowdedOut == 1)
            port.stop()
        }
    }

    @Test("an address that asks too often over HTTP is refused, and no other")
    func requestsTooOften() async throws {
        var limits = PortLimits()
        limits.requests = Pace(perMinute: 1, burst: 3)
        try await PortTests.with(limits, host: "::") { port, desk in
            let staying = try TestSocket(port: port.port)
            for number in 0..<2 {
                staying.get("/\(number)")
                _ = try await staying.read("/\(number) 127.0.0.1;")
            }
            let other = try TestSocket(port: port.port)
            other.get("/2", "Connection: close\r\n")
            #expect(try await other.read().hasSuffix("get /2 127.0.0.1;"))
            // Over both kinds of connection.
            let late = try TestSocket(port: port.port)
            late.get("/late", "Connection: close\r\n")
            #expect(try await late.read().hasSuffix("fault tooOften"))
            staying.get("/late")
            #expect(try await staying.read().hasSuffix("fault tooOften"))
            let neighbour = try TestSocket(port: port.port, isV6: true)
            neighbour.get("/other", "Connection: close\r\n")
            #expect(try await neighbour.read().hasSuffix("get /other ::1;"))
            #expect(port.figures.requestsTooOften == 2)
        }
    }

    @Test("an address that sends too many packets is not answered, and every other is")
    func packetsTooOften() async throws {
        var limits = PortLimits()
        limits.packets = Pace(perMinute: 1, burst: 3)
        try await PortTests.with(limits, host: "::") { port, _ in
            let socket = try TestSocket(.udp, port: port.port)
            for number in 0..<6 { socket.send("<\(number)>") }
            _ = try await patiently { port.figures.packetsTooOften == 3 ? true : nil }
            let neighbour = try TestSocket(.udp, port: port.port, isV6: true)
            neighbour.send("p")
            #expect(try await neighbour.read("p ::1") == "packet p ::1")
            let answers = try await socket.read("<2>")
            #expect(answers.components(separatedBy: "packet").count == 4)
            // HTTP has a pace of its own.
            let http = try TestSocket(port: port.port)
            http.get("/http", "Connection: close\r\n")
            #expect(try await http.read().hasSuffix("get /http 127.0.0.1;"))
        }
    }

    @Test("addresses that are spared have the limits of all together")
    func spared() async throws {
        var limits = PortLimits()
        limits.requests = Pace(perMinute: 1, burst: 1)
        limits.packets = limits.requests
        limits.perAddress = 1
        try await PortTests.with(limits, sparing: { $0.isLoopback }) { port, _ in
            let sockets = try (0..<5).map { _ in try TestSocket(port: port.port) }
            for socket in sockets {
                socket.get("/a")
                _ = try await socket.read("/a 127.0.0.1;")
            }
            #expect(port.openConnections == 5)
            let packet = try TestSocket(.udp, port: port.port)
            for _ in 0..<5 {
                packet.send("p")
                #expect(try await packet.packet() == Array("packet p 127.0.0.1".utf8))
            }
        }
    }

    @Test("packets whose answers cannot wait are dropped, and those that wait are answered")
    func waitingPackets() async throws {
        var limits = PortLimits()
        limits.waitingDatagrams = 2
        try await PortTests.with(limits) { port, desk in
            let socket = try TestSocket(.udp, port: port.port)
            for number in 0..<4 { socket.send("w\(number)") }
            let tickets = try await desk.tickets(4)
            #expect(port.figures.packetsCrowdedOut == 2)
            port.complete(tickets.map { PortCompletion($0) })
            for number in 0..<2 {
                #expect(
                    try await socket.packet() == Array("packet w\(number) 127.0.0.1".utf8))
            }
        }
    }

    @Test("a head of exactly what it may have is read, and of a byte more is not")
    func exactHead() async throws {
        var limits = PortLimits()
        limits.headBytes = 1000
        let around = "GET / HTTP/1.1\r\nX: \r\n\r\n".utf8.count
        try await PortTests.with(limits) { port, _ in
            for (length, answer) in [(1000, "get / 127.0.0.1;"), (1001, "fault tooLong")] {
                let filler = String(repeating: "x", count: length - around)
                let socket = try TestSocket(port: port.port)
                socket.send("GET / HTTP/1.1\r\nX: \(filler)\r\n\r\n")
                let text = try await socket.read(answer)
                #expect(text.hasSuffix(answer), "\(length)")
            }
        }
    }
}
