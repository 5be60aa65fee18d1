import Domain
import Testing

@Suite struct AddressRangeTests {
    @Test(
        "a range is written as it is read, in the shortest way",
        arguments: [
            ("10.0.0.0/8", "10.0.0.0/8"), ("10.1.2.3", "10.1.2.3"),
            ("10.1.2.3/32", "10.1.2.3"), ("0.0.0.0/0", "0.0.0.0/0"),
            ("2001:db8:0::/32", "2001:db8::/32"), ("::/0", "::/0"), ("::1", "::1"),
            ("::ffff:10.0.0.0/104", "10.0.0.0/8"), ("::ffff:10.1.2.3", "10.1.2.3"),
            ("2001:db8::80/121", "2001:db8::80/121"),
        ])
    func written(text: String, expected: String) {
        #expect(AddressRange(text).map { "\($0)" } == expected)
    }

    @Test(
        "what is no range is none",
        arguments: [
            "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/ 8", "10.0.0.0/+8", "::/129",
            "::ffff:10.0.0.0/95", "10.0.0.0/8/8", "x/8", "10.0.0.0/0008",
            // More addresses would be meant than somebody thinks.
            "10.1.2.3/8", "2001:db8::1/32", "2001:db8::ff/121",
        ])
    func unreadable(text: String) { #expect(AddressRange(text) == nil) }

    @Test("a range has the addresses that agree with it in its bits, and no other")
    func contains() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let isV4 = Bool.random(using: &random)
            let bytes = (0..<(isV4 ? 4 : 16)).map { _ in UInt8.random(in: 0...255) }
            let address = try #require(IPAddress(bytes: bytes))
            let length = Int.random(in: 1...(isV4 ? 32 : 128))
            let range = try #require(AddressRange(address, length: length))
            #expect(range.contains(address))
            #expect(AddressRange("\(range)") == range)
            // One bit flipped: within the length it is outside, beyond it is inside.
            let bit = Int.random(in: 0..<(isV4 ? 32 : 128))
            var flipped = bytes
            flipped[bit / 8] ^= 0x80 >> UInt8(bit % 8)
            let other = try #require(IPAddress(bytes: flipped))
            #expect(range.contains(other) == (bit >= length))
        }
    }

    @Test("loopback is noticed in any range that has some of it")
    func loopback() throws {
        for text in ["127.0.0.1", "127.255.0.0/16", "0.0.0.0/0", "126.0.0.0/7", "::1", "::/0"] {
            #expect(try #require(AddressRange(text)).meetsLoopback, "\(text)")
        }
        for text in ["128.0.0.0/1", "10.0.0.0/8", "::2", "2001:db8::/32"] {
            #expect(try #require(AddressRange(text)).meetsLoopback == false, "\(text)")
        }
    }

    @Test("the moment of an act is written out as a calendar has it")
    func moments() {
        #expect(Timestamp(seconds: 0).inWords == "1970-01-01 00:00:00 UTC")
        #expect(Timestamp(seconds: 951_782_399).inWords == "2000-02-28 23:59:59 UTC")
        #expect(Timestamp(seconds: 951_868_800).inWords == "2000-03-01 00:00:00 UTC")
        #expect(Timestamp(seconds: 951_782_400).inWords == "2000-02-29 00:00:00 UTC")
        #expect(Timestamp(seconds: 253_402_300_799).inWords == "9999-12-31 23:59:59 UTC")
        #expect(Timestamp(seconds: -1).inWords == "1969-12-31 23:59:59 UTC")
    }
}
