import API
import Foundation
import Server
import Testing

@Suite struct TLSTests {
    private static func write(
        _ sample: (certificate: String, key: String), in folder: TemporaryFolder
    ) throws -> (certificate: String, key: String) {
        let paths = (folder.path + "/site.pem", folder.path + "/site.key")
        try sample.certificate.write(toFile: paths.0, atomically: true, encoding: .utf8)
        try sample.key.write(toFile: paths.1, atomically: true, encoding: .utf8)
        return paths
    }

    @Test("both listeners speak TLS, and a renewed certificate is shown without a restart")
    func listeners() async throws {
        let folder = try TemporaryFolder()
        let paths = try Self.write(TLSSamples.first, in: folder)
        let identity = try TLSIdentity(certificate: paths.certificate, key: paths.key)
        var settings = TestHome.anyPort
        settings.identity = identity
        try await LiveSite.with(try await TestHome(settings: settings)) { live in
            let first = TLSWire(port: live.apiPort, trusted: TLSSamples.first.certificate)
            #expect(try await first.ask("/healthz").hasSuffix("ok\n"))
            let tracker = TLSWire(port: live.trackerPort, trusted: TLSSamples.first.certificate)
            #expect(try await tracker.ask("/announce").contains("failure reason"))
            let me = try await live.site.call(Endpoints.me, as: live.site.admin)
            #expect(me.announceURL.hasPrefix("https://127.0.0.1:\(live.trackerPort)/announce?"))

            // Whoever speaks no TLS is not answered.
            let plain = try Wire(port: live.apiPort)
            try await plain.send("GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n")
            let bytes = await plain.read { _ in false }
            #expect(!String(decoding: bytes, as: UTF8.self).contains("HTTP/1.1"))

            _ = try Self.write(TLSSamples.second, in: folder)
            #expect(try await first.ask("/healthz").hasSuffix("ok\n"))
            try identity.reload()
            let second = TLSWire(port: live.apiPort, trusted: TLSSamples.second.certificate)
            #expect(try await second.ask("/healthz").hasSuffix("ok\n"))
            await #expect(throws: (any Error).self) { try await first.ask("/healthz") }
        }
    }

    @Test("what is no certificate, no key, or no pair is refused with the file's name")
    func faults() throws {
        let folder = try TemporaryFolder()
        let paths = try Self.write(TLSSamples.first, in: folder)
        let (good, key) = (paths.certificate, paths.key)
        let nothing = folder.path + "/nothing"
        #expect(throws: TLSFault.certificate(path: nothing, "there is no such file")) {
            try TLSIdentity(certificate: nothing, key: key)
        }
        #expect(throws: TLSFault.key(path: nothing, "there is no such file")) {
            try TLSIdentity(certificate: good, key: nothing)
        }
        #expect(throws: TLSFault.certificate(path: key, "it holds no certificate in PEM")) {
            try TLSIdentity(certificate: key, key: key)
        }
        #expect(
            throws: TLSFault.key(
                path: good, "it holds no private key in PEM, without a passphrase")
        ) { try TLSIdentity(certificate: good, key: good) }
        let other = folder.path + "/other.key"
        try TLSSamples.second.key.write(toFile: other, atomically: true, encoding: .utf8)
        #expect(throws: TLSFault.mismatch(certificate: good, key: other)) {
            try TLSIdentity(certificate: good, key: other)
        }
        let identity = try TLSIdentity(certificate: good, key: key)
        try TLSSamples.second.key.write(toFile: key, atomically: true, encoding: .utf8)
        #expect(throws: TLSFault.mismatch(certificate: good, key: key)) { try identity.reload() }
    }
}
