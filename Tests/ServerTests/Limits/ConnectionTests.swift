import API
import Foundation
import NIOCore
import Server
import Testing

/// What strangers may do with connections, over real sockets.
@Suite struct ConnectionTests {
    private func with(
        _ limits: ConnectionLimits, _ test: @escaping @Sendable (LiveSite) async throws -> Void
    ) async throws {
        var settings = TestHome.anyPort
        settings.limits = limits
        try await LiveSite.with(try await TestHome(settings: settings), test)
    }

    private static func ended(_ wire: Wire) async -> String {
        String(decoding: await wire.read { _ in false }, as: UTF8.self)
    }

    /// By asking the server to: a process started meanwhile may hold our end open.
    private static func finish(_ wire: Wire) async throws {
        try await wire.send("GET /healthz HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")
        #expect(await ended(wire).hasSuffix("ok\n"))
    }

    @Test("too many headers, and too long ones, are 431; the tracker says so with status 200")
    func headers() async throws {
        try await with(ConnectionLimits()) { live in
            let many = (0..<150).map { "x-\($0): y\r\n" }.joined()
            let long = "x: " + String(repeating: "y", count: 40_000) + "\r\n"
            let target = String(repeating: "y", count: 40_000)
            for port in [live.apiPort, live.trackerPort] {
                for head in [
                    "GET /healthz HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\(many)\r\n",
                    "GET /healthz HTTP/1.1\r\nHost: t\r\n\(long)\r\n",
                    "GET /\(target) HTTP/1.1\r\nHost: t\r\n\r\n",
                ] {
                    let wire = try Wire(port: port)
                    try await wire.send(head)
                    let answer = await Self.ended(wire)
                    if port == live.trackerPort {
                        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"), "\(answer.prefix(80))")
                        #expect(answer.contains("failure reason"))
                    } else {
                        #expect(answer.hasPrefix("HTTP/1.1 431 "), "\(answer.prefix(80))")
                        #expect(answer.contains("headers_too_large"))
                    }
                }
            }
            #expect(try await live.site.raw(.get, "/healthz").status == 200)
        }
    }

    @Test("headers and bodies that do not come are 408, and the connection ends")
    func slow() async throws {
        var limits = ConnectionLimits()
        limits.head = .milliseconds(300)
        limits.bodyPause = .milliseconds(300)
        try await with(limits) { live in
            let head = "POST /api/v1/auth/login HTTP/1.1\r\nHost: t\r\n"
            for text in [
                "GET /hea", head + "content-length: 5\r\n\r\n{",
                head + "content-length: 500\r\n\r\n",
            ] {
                let wire = try Wire(port: live.apiPort)
                try await wire.send(text)
                let answer = await Self.ended(wire)
                #expect(answer.hasPrefix("HTTP/1.1 408 "), "\(answer.prefix(80))")
                #expect(answer.components(separatedBy: "HTTP/1.1").count == 2)
            }
        }
    }

    @Test("a connection that is kept open for nothing is closed, an event stream is not")
    func idle() async throws {
        var limits = ConnectionLimits()
        limits.idle = .milliseconds(300)
        try await with(limits) { live in
            let reader = try await live.events(as: live.site.admin)
            let wire = try Wire(port: live.apiPort)
            try await wire.send("GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n")
            let answer = await Self.ended(wire)
            #expect(answer.hasPrefix("HTTP/1.1 200 ") && answer.hasSuffix("ok\n"))
            _ = try await live.site.publish(1, by: live.site.admin)
            let events = try await reader.events(until: .catalogApproved)
            #expect(events.last?.kind == .catalogApproved)
        }
    }

    @Test(
        "there are so many connections from one address and over all, and another when one ends",
        arguments: [true, false])
    func most(isPerAddress: Bool) async throws {
        var limits = ConnectionLimits()
        if isPerAddress { limits.perAddress = 3 } else { limits.connections = 3 }
        try await with(limits) { live in
            let ask = "GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n"
            var held: [Wire] = []
            for _ in 0..<3 {
                let wire = try Wire(port: live.apiPort)
                try await wire.send(ask)
                #expect(await wire.read(untilText: "ok\n").hasSuffix("ok\n"))
                held.append(wire)
            }
            let refused = try Wire(port: live.apiPort)
            try await refused.send(ask)
            #expect(await Self.ended(refused).isEmpty)
            try await Self.finish(try #require(held.popLast()))
            let deadline = ContinuousClock.now + .seconds(60)
            while true {
                let wire = try Wire(port: live.apiPort)
                try await wire.send(ask)
                if await wire.read(untilText: "ok\n").hasSuffix("ok\n") { break }
                try #require(ContinuousClock.now < deadline)
            }
            _ = held
        }
    }
}
