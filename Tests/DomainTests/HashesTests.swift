import Domain
import Testing

@Suite struct HashesTests {
    @Test("every byte goes to two digits and back")
    func hex() {
        let all = [UInt8](0...255)
        #expect(Hex.encode(all).utf8.count == 512)
        #expect(Hex.encode([0, 15, 160, 255]) == "000fa0ff")
        #expect(Hex.decode(Hex.encode(all)) == all)
        #expect(Hex.decode("00FfaB") == [0, 255, 171])
        #expect(Hex.decode("") == [])
    }

    @Test(
        "what is no hexadecimal is refused",
        arguments: ["0", "0g", "0x00", " 00", "٠٠", "é", "00\u{0}0"])
    func notHex(text: String) {
        #expect(Hex.decode(text) == nil)
    }

    @Test("an info hash is twenty bytes or forty digits, whatever they are")
    func infoHash() throws {
        for start in stride(from: 0, through: 240, by: 20) {
            let bytes = (0..<20).map { UInt8(truncatingIfNeeded: start + $0) }
            let hash = try #require(InfoHash(bytes))
            #expect(hash.bytes == bytes)
            #expect(InfoHash(hex: hash.hex) == hash)
            #expect(InfoHash(hex: hash.hex.uppercased()) == hash)
            #expect(PeerID(bytes)?.bytes == bytes)
        }
        #expect(InfoHash([UInt8](repeating: 0, count: 19)) == nil)
        #expect(InfoHash([UInt8](repeating: 0, count: 21)) == nil)
        #expect(InfoHash(hex: String(repeating: "0", count: 39)) == nil)
        #expect(InfoHash(hex: String(repeating: "0", count: 42)) == nil)
        #expect(InfoHash(hex: String(repeating: "x", count: 40)) == nil)
    }

    @Test("hashes that differ in one byte differ")
    func difference() throws {
        let zero = [UInt8](repeating: 0, count: 20)
        var seen: Set<Bytes20> = [try #require(Bytes20(zero))]
        for index in 0..<20 {
            var bytes = zero
            bytes[index] = 1
            #expect(seen.insert(try #require(Bytes20(bytes))).inserted)
        }
    }

    @Test("a passkey is 32 lower-case digits, random, and hides itself")
    func passkey() throws {
        let passkey = Passkey.random()
        #expect(Passkey(rawValue: passkey.rawValue) == passkey)
        #expect(Passkey.random() != passkey)
        #expect(!"\(passkey)".contains(passkey.rawValue))
        #expect(!String(describing: Optional(passkey)).contains(passkey.rawValue))
        for text in ["", "abc", passkey.rawValue + "0", passkey.rawValue.uppercased() + "A"] {
            #expect(Passkey(rawValue: text) == nil)
        }
        #expect(Passkey(rawValue: String(repeating: "G", count: 32)) == nil)
        #expect(Passkey(rawValue: String(repeating: "A", count: 32)) == nil)
    }

    @Test("a passkey hides itself where a whole value is dumped")
    func passkeyInDump() {
        let passkey = Passkey.random()
        var dumped = ""
        dump(passkey, to: &dumped)
        #expect(!dumped.contains(passkey.rawValue))
        #expect(!String(reflecting: passkey).contains(passkey.rawValue))
    }
}
