import Domain
import HTTPTypes
import Testing

@testable import Server

@Suite struct TrustedProxiesTests {
    private static func address(_ text: String) throws -> IPAddress {
        try #require(IPAddress(text))
    }

    private static func headers(_ lines: [(String, String)]) throws -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in lines {
            fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        return fields
    }

    @Test(
        "a block holds its addresses and no others",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false),
            ("192.0.2.128/25", "192.0.2.127", false), ("192.0.2.128/25", "192.0.2.128", true),
            ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
            ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "::1", false), ("::/0", "fd00::1", true),
            ("fd00::/8", "fdff::1", true), ("fd00::/8", "fe00::1", false),
            // An IPv4 address in IPv6 is the IPv4 address.
            ("10.0.0.0/8", "::ffff:10.1.2.3", true),
        ])
    func blocks(block: String, address: String, holds: Bool) throws {
        let block = try #require(AddressRange(block))
        #expect(block.contains(try Self.address(address)) == holds)
    }

    @Test(
        "what is no block is refused",
        arguments: [
            "", "x", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.1/8", "::/129", "10.0.0.0/8/8", "/8",
        ])
    func noBlocks(text: String) { #expect(AddressRange(text) == nil) }

    @Test(
        "the first from the right who is no proxy of ours sent the request",
        arguments: [
            ([("X-Forwarded-For", "198.51.100.7")], "198.51.100.7"),
            ([("X-Forwarded-For", "1.2.3.4, 198.51.100.7")], "198.51.100.7"),
            ([("X-Forwarded-For", "1.2.3.4, 198.51.100.7, 10.0.0.2")], "198.51.100.7"),
            (
                [("X-Forwarded-For", "198.51.100.7"), ("X-Forwarded-For", "10.0.0.2")],
                "198.51.100.7"
            ),
            ([("X-Forwarded-For", "10.0.0.3")], "10.0.0.3"),
            ([("X-Forwarded-For", "198.51.100.7:4711")], "198.51.100.7"),
            ([("X-Forwarded-For", "[2001:db8::1]:4711")], "2001:db8::1"),
            ([("X-Forwarded-For", "2001:db8::1")], "2001:db8::1"),
            ([("Forwarded", "for=198.51.100.7;proto=https")], "198.51.100.7"),
            ([("Forwarded", "for=1.2.3.4, by=x;For=\"[2001:db8::1]:80\"")], "2001:db8::1"),
            // A proxy that writes one passes on the other as the sender wrote it.
            ([("Forwarded", "for=198.51.100.7"), ("X-Forwarded-For", "1.2.3.4")], "1.2.3.4"),
            // Who hides, or writes nonsense, is known by the proxy they came from.
            ([("Forwarded", "for=unknown")], "10.0.0.1"), ([("X-Forwarded-For", "x")], "10.0.0.1"),
            ([("X-Forwarded-For", "198.51.100.7, ,")], "198.51.100.7"),
            ([("X-Forwarded-For", "1.2.3.4, x, 10.0.0.2")], "10.0.0.2"), ([], "10.0.0.1"),
        ])
    func senders(lines: [(String, String)], sender: String) throws {
        let isOld = lines.contains { $0.0 == "X-Forwarded-For" }
        let proxies = TrustedProxies(
            [try #require(AddressRange("10.0.0.0/8"))], writing: isOld ? .xForwardedFor : .forwarded
        )
        let found = proxies.sender(
            peer: try Self.address("10.0.0.1"), try Self.headers(lines))
        #expect(found == (try Self.address(sender)))
    }

    @Test("whoever is no proxy is believed nothing")
    func strangers() throws {
        let peer = try Self.address("203.0.113.9")
        let lines = [("X-Forwarded-For", "1.2.3.4"), ("Forwarded", "for=1.2.3.4")]
        for proxies in [
            TrustedProxies(), TrustedProxies([try #require(AddressRange("10.0.0.0/8"))]),
        ] {
            #expect(proxies.sender(peer: peer, try Self.headers(lines)) == peer)
        }
    }
}
