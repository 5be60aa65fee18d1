import Testing

@testable import Client

@Suite struct AnnounceHostTests {
    @Test(
        "the machine of an address, and nothing that is secret",
        arguments: [
            ("http://Tracker.Example:6969/announce?passkey=1", "tracker.example"),
            ("udp://tracker.example:80", "tracker.example"),
            ("https://me:secret@tracker.example/x", "tracker.example"),
            ("http://10.0.0.1/announce", "10.0.0.1"), ("http://[::1]:6969/announce", "[::1]"),
            ("http://tracker.example?x=http://other.example", "tracker.example"),
        ])
    func machines(address: String, name: String) {
        #expect(AnnounceHost(address)?.name == name)
    }

    @Test(
        "what names no machine is none",
        arguments: [
            "", "tracker.example", "http://", "http:///announce", "http://a b/",
            "http://\u{1B}[2J/",
            "http://ex\u{202E}ample/", "http://\(String(repeating: "x", count: 254))/",
        ])
    func nothing(address: String) { #expect(AnnounceHost(address) == nil) }
}
