import Bencoding
import Testing

@Suite struct BencodeDocumentTests {
    private func read(_ text: String) throws(BencodeError) -> BencodeNode {
        try BencodeDocument(Array(text.utf8)).root
    }

    private func error(_ text: String) -> BencodeError? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return error
        }
    }

    @Test("values of every type are read")
    func values() throws {
        let root = try read("d4:listli1ei-2e3:abce6:numberi-9223372036854775808e4:text0:e")
        #expect(root["number"]?.integer == .min)
        #expect(root["text"]?.string == [])
        let list = try #require(root["list"]?.list)
        #expect(list.map(\.integer) == [1, -2, nil])
        #expect(list[2].string == Array("abc".utf8)[...])
        #expect(root["other"] == nil)
        #expect(root.integer == nil)
    }

    @Test("a value is cut out of the document verbatim")
    func raw() throws {
        let root = try read("d1:ad1:bli7eee1:zi0ee")
        #expect(root["a"]?.raw == Array("d1:bli7eee".utf8)[...])
    }

    @Test(
        "what is not bencoding is refused with its place",
        arguments: [
            ("", BencodeError.endedEarly), ("i1", .endedEarly), ("l", .endedEarly),
            ("5", .endedEarly), ("d1:a", .endedEarly), ("d1:ae", .keyWithoutValue(at: 4)),
            ("i1ei2e", .trailingBytes(at: 3)), ("x", .unexpectedByte(0x78, at: 0)),
            ("e", .unexpectedByte(0x65, at: 0)), ("di1ei2ee", .keyIsNotAString(at: 1)),
            ("3x", .unexpectedByte(0x78, at: 1)),
        ])
    func malformed(text: String, expected: BencodeError) {
        #expect(error(text) == expected)
    }

    @Test(
        "a number has one spelling and fits 64 bits",
        arguments: [
            "ie", "i-e", "i00e", "i01e", "i-0e", "i-01e", "i+1e", "i 1e", "i1.5e",
            "i9223372036854775808e", "i-9223372036854775809e", "i18446744073709551616e",
            "i99999999999999999999999999e",
        ])
    func badNumber(text: String) {
        #expect(error(text) == .badNumber(at: 0))
    }

    @Test(
        "a length is compared with what is left before anything is added to it",
        arguments: [
            "5:abc", "1:", "999999999:a", "9999999999:a", "9223372036854775807:a",
            "18446744073709551615:a",
        ])
    func badLength(text: String) {
        #expect(error(text) == .badLength(at: 0))
    }

    @Test("a length has no leading zero")
    func leadingZeroLength() {
        #expect(error("01:a") == .badNumber(at: 0))
    }

    @Test("a key that stands twice is refused, also when the keys are out of order")
    func repeatedKey() {
        #expect(error("d1:ai1e1:ai2ee") == .repeatedKey([0x61]))
        #expect(error("d1:ai1e1:ci3e1:bi2e1:ai2ee") == .repeatedKey([0x61]))
    }

    @Test("keys out of order are read and remembered")
    func unsorted() throws {
        let root = try read("d1:ad1:zi1e1:yi2ee1:bi3ee")
        #expect(root["a"]?["y"]?.integer == 2)
        #expect(!root.isCanonical)
        #expect(root["a"]?.isCanonical == false)
        #expect(root["b"]?.isCanonical == true)
    }

    @Test("a hundred levels are read and a million are refused without a deep stack")
    func depth() {
        #expect(
            error(String(repeating: "l", count: 100) + String(repeating: "e", count: 100)) == nil)
        #expect(error(String(repeating: "l", count: 101)) == .tooDeep)
        #expect(error(String(repeating: "l", count: 1_000_000)) == .tooDeep)
        #expect(error(String(repeating: "d1:a", count: 250_000)) == .tooDeep)
    }

    @Test("no more tokens are read than libtorrent reads")
    func tokens() {
        #expect(error("l" + String(repeating: "0:", count: 2_999_999) + "e") == nil)
        #expect(error("l" + String(repeating: "0:", count: 3_000_000) + "e") == .tooManyParts)
    }

    @Test("what is written is read again as it was")
    func roundTrip() throws {
        let value = BencodeValue.dictionary([
            "zeta": .integer(-5), "a": .list([.string("é"), .bytes([0, 255])]),
            "Z": .dictionary(["empty": .list([])]), "absent": nil,
        ])
        let bytes = value.bytes
        #expect(
            bytes == Array("d1:Zd5:emptylee1:al2:é2:".utf8) + [0, 255]
                + Array("e4:zetai-5ee".utf8))
        #expect(try BencodeDocument(bytes).root.isCanonical)
    }

    @Test("random bytes never trap, and what is read can be walked")
    func garbage() {
        var generator = SeededGenerator(seed: 1)
        let alphabet = Array("0123456789:ildde-".utf8)
        for _ in 0..<20_000 {
            guard
                let document = try? BencodeDocument(generator.garbage(of: alphabet, upTo: 40))
            else { continue }
            walk(document.root)
        }
    }

    private func walk(_ node: BencodeNode) {
        _ = (node.integer, node.string, node.raw, node.isCanonical)
        for part in node.list ?? [] { walk(part) }
        for (_, value) in node.dictionary ?? [] { walk(value) }
    }
}
