import API
import Testing

@Suite struct ServerAddressTests {
    @Test(
        "an address is understood as people type it",
        arguments: [
            ("localhost:8000", "http://localhost:8000"),
            ("127.0.0.1:8000", "http://127.0.0.1:8000"),
            ("[::1]:8000", "http://[::1]:8000"), ("enxame.example", "https://enxame.example"),
            (" enxame.example/ ", "https://enxame.example"),
            ("http://enxame.example", "http://enxame.example"),
            ("HTTPS://enxame.example:444/base/", "https://enxame.example:444/base"),
            ("https://localhost", "https://localhost"),
        ])
    func understood(text: String, url: String) {
        #expect(ServerAddress(text)?.url == url)
    }

    @Test(
        "what is no server's address is none",
        arguments: [
            "", " ", "ftp://x", "file:///etc/passwd", "http://", "https://user:pass@host",
            "user@host", "host:0", "host:99999", "host?x", "host#x", "a b", "http://a b/",
        ])
    func none(text: String) {
        #expect(ServerAddress(text) == nil)
    }

    @Test("this machine is told from others, and encryption from its absence")
    func loopback() throws {
        for text in ["localhost:1", "x.localhost", "127.1.2.3", "[::1]"] {
            #expect(ServerAddress(text)?.isLoopback == true)
        }
        for text in ["example.org", "127.0.0.1.example.org", "localhost.example.org"] {
            #expect(ServerAddress(text)?.isLoopback == false)
        }
        #expect(ServerAddress("example.org")?.isEncrypted == true)
        #expect(ServerAddress("http://example.org")?.isEncrypted == false)
    }
}
