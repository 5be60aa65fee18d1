import API
import Domain
import Foundation
import Testing

@Suite struct StrictReadingTests {
    private struct Deep: Codable, Hashable {
        struct Inner: Codable, Hashable { let roleId: Int }
        let inner: Inner?
        let list: [Inner]
    }

    @Test("a body that says what its endpoint knows is read as ever")
    func bodies() throws {
        for endpoint in Endpoints.all {
            let example = endpoint.body.example
            #expect(try decoded(example) == AnyHashable(example), "\(endpoint.name)")
        }
    }

    @Test(
        "a field that the type does not know is named with its way",
        arguments: [
            (#"{"list":[],"more":1}"#, "more"),
            (#"{"list":[{"role_id":1},{"role_id":1,"x":2}]}"#, "list.1.x"),
            (#"{"list":[],"inner":{"role_id":1,"role_idd":1}}"#, "inner.role_idd"),
            (#"{"list":[],"inner":{"roleId":1}}"#, "inner.roleId"),
            (#"{"list":[],"":1}"#, ""), (#"{"l\u0069st":[]}"#, #"l\u0069st"#),
        ])
    func unknown(json: String, field: String) {
        #expect(throws: BodyFault.unknown(field: field)) {
            try WireCoding.decodeStrictly(Deep.self, from: Data(json.utf8))
        }
        // Replies are read leniently: a newer server may say more.
        if field == "more" {
            #expect(throws: Never.self) { try WireCoding.decode(Deep.self, from: Data(json.utf8)) }
        }
    }

    @Test(
        "a field that stands twice is refused",
        arguments: [
            (#"{"list":[],"list":[]}"#, "list"),
            (#"{"list":[{"role_id":1,"role_id":2}]}"#, "list.0.role_id"),
        ])
    func repeated(json: String, field: String) {
        #expect(throws: BodyFault.repeated(field: field)) {
            try WireCoding.decodeStrictly(Deep.self, from: Data(json.utf8))
        }
    }

    @Test("a body without fields takes none")
    func nothing() throws {
        #expect(try WireCoding.decodeStrictly(Nothing.self, from: Data(" { } ".utf8)) == Nothing())
        #expect(throws: BodyFault.unknown(field: "x")) {
            try WireCoding.decodeStrictly(Nothing.self, from: Data(#"{"x":1}"#.utf8))
        }
    }

    @Test(
        "what only looks like JSON is refused",
        arguments: [
            "", " ", "{", "}", "{}x", "{,}", #"{"list":[],}"#, #"{"list":[1,]}"#, #"{"list":01}"#,
            #"{"list":1.}"#, #"{"list":.5}"#, #"{"list":+1}"#, #"{"list":1e}"#, #"{"list":-}"#,
            #"{"list":NaN}"#, #"{"list":tru}"#, #"{"list":"\x"}"#, #"{"list":"\u12"}"#,
            #"{"list":"\ud800"}"#, #"{"list":"\udc00"}"#, #"{"list":"\ud800\u0041"}"#,
            "{\"list\":\"\u{1}\"}", "{list:1}", "{'list':1}", #"{"list" 1}"#, "\u{FEFF}{}",
            "{\"list\":\"\n\"}", "{/**/}",
        ])
    func malformed(json: String) {
        #expect(throws: BodyFault.malformed) {
            try WireCoding.decodeStrictly(Deep.self, from: Data(json.utf8))
        }
    }

    @Test("JSON in another encoding is refused, and nesting is not followed for ever")
    func encodings() {
        for data in [
            Data("{}".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }), Data([0xFF]),
            Data([0x22, 0xC3, 0x22]),
        ] {
            #expect(throws: BodyFault.malformed) {
                try WireCoding.decodeStrictly(Nothing.self, from: data)
            }
        }
        for opening in ["[", "{\"a\":"] {
            #expect(throws: BodyFault.tooDeep) {
                try WireCoding.decodeStrictly(
                    Deep.self, from: Data(String(repeating: opening, count: 1_000_000).utf8))
            }
        }
    }

    private func decoded<T: Codable & Hashable>(_ sample: T) throws -> AnyHashable {
        AnyHashable(try WireCoding.decodeStrictly(T.self, from: try WireCoding.encode(sample)))
    }
}
