import Domain
import Testing

@Suite struct IPAddressTests {
    @Test(
        "addresses are read and said in their shortest form",
        arguments: [
            ("10.0.0.255", "10.0.0.255"), ("::", "::"), ("::1", "::1"), ("1::", "1::"),
            ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
            ("::ffff:10.0.0.1", "10.0.0.1"), ("64:ff9b::10.0.0.1", "64:ff9b::a00:1"),
            ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"), ("fe80::", "fe80::"),
        ])
    func forms(text: String, expected: String) {
        #expect(IPAddress(text)?.description == expected)
    }

    @Test(
        "what is no address is none",
        arguments: [
            "", ".", ":", ":::", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4x",
            "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::", "fe80::1%eth0",
            "1:2:3:4:5:6:7:8::", "::1.2.3", "1.2.3.4::", "+1::", ":1:2:3:4:5:6:7:8",
        ])
    func notAddresses(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test("bytes come back as they were")
    func bytes() {
        #expect(IPAddress(bytes: [1, 2, 3, 4])?.bytes == [1, 2, 3, 4])
        #expect(IPAddress(bytes: Array(1...16))?.bytes == Array(1...16))
        #expect(IPAddress(bytes: [1, 2, 3]) == nil)
    }
}
