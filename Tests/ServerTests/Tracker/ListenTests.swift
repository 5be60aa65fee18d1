import API
import Domain
import Foundation
import Server
import Store
import Testing

@Suite struct ListenTests {
    @Test("a port in use is an error that names the address", arguments: [true, false])
    func portInUse(isAPI: Bool) async throws {
        try await LiveSite.with { live in
            let taken = ListenSettings.Address(
                host: "127.0.0.1", port: isAPI ? live.apiPort : live.trackerPort)
            var settings = TestHome.anyPort
            if isAPI { settings.api = taken } else { settings.tracker = taken }
            let second = try await TestHome(settings: settings)
            let error = await #expect(throws: ServerError.self) {
                try await second.listening { _ in }
            }
            #expect(error == .cannotListen(taken, "address already in use"))
            #expect(
                error?.description
                    == "cannot listen on 127.0.0.1:\(taken.port): address already in use")
            try await second.store.close()
        }
    }

    @Test("a host that is none is an error that names it")
    func badHost() async throws {
        var settings = TestHome.anyPort
        settings.api = ListenSettings.Address(host: "no such host", port: 0)
        let home = try await TestHome(settings: settings)
        let error = await #expect(throws: ServerError.self) { try await home.listening { _ in } }
        #expect(
            error?.description == "cannot listen on no such host:0: there is no such host")
        try await home.store.close()
    }

    @Test("an IPv6 address stands in brackets, an announce URL that was set stands as it is")
    func addresses() async throws {
        let address = ListenSettings.Address(host: "::1", port: 8000)
        #expect(address.authority(port: 8000) == "[::1]:8000")
        #expect(
            ServerError.cannotListen(address, "why").description
                == "cannot listen on [::1]:8000: why")
        var settings = TestHome.anyPort
        settings.trackerURL = "https://tracker.example"
        try await TestSite.with(try await TestHome(settings: settings)) { site in
            let me = try await site.call(Endpoints.me, as: site.admin)
            #expect(
                me.announceURL
                    == "https://tracker.example/announce?passkey=\(site.admin.passkey.rawValue)")
        }
    }

    @Test("a body over the limit is answered over a real connection too, and the server goes on")
    func largeBody() async throws {
        try await LiveSite.with { live in
            let path = Endpoints.signIn.path([])
            let wire = try Wire(port: live.apiPort)
            let body = String(repeating: " ", count: 300_000)
            try await wire.send(
                "POST \(path) HTTP/1.1\r\nHost: t\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
            )
            let answer = await wire.read(untilText: "body_too_large")
            #expect(answer.hasPrefix("HTTP/1.1 413"))
            #expect(answer.contains("application/problem+json"))
            let next = try Wire(port: live.apiPort)
            try await next.send("GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n")
            #expect(await next.read(untilText: "ok\n").hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test("bytes that are no HTTP end the connection and nothing else")
    func notHTTP() async throws {
        try await LiveSite.with { live in
            for port in [live.apiPort, live.trackerPort] {
                for bytes in [
                    [UInt8](repeating: 0, count: 64), Array("\u{16}\u{3}\u{1}".utf8) + [2],
                ] {
                    let wire = try Wire(port: port)
                    try await wire.send(bytes + Array("\r\n\r\n".utf8))
                    _ = await wire.read { !$0.isEmpty }
                }
            }
            let answer = try await live.tracker.ask("/announce")
            #expect(answer.failure != nil)
        }
    }
}
