import API
import Domain
import Foundation
import Testing

@Suite struct WireTests {
    @Test("every body goes under snake_case keys")
    func bodies() throws {
        for body in Bodies.all {
            let data = try WireCoding.encode(body.example)
            for key in Self.keys(try JSONSerialization.jsonObject(with: data)) {
                #expect(
                    key.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil, "\(key) of \(body.schemaName)")
            }
        }
    }

    @Test("a key that ends in URL is spelt announce_url and read again")
    func announceURL() throws {
        let me = MeReply.example
        let object = try object(me)
        #expect(object["announce_url"] as? String == me.announceURL)
        #expect(object["announceUrl"] == nil)
    }

    @Test("a page and stats say null where there is nothing")
    func nulls() throws {
        let page = try object(Page<CatalogFile>(items: []))
        #expect(page["next_cursor"] is NSNull)
        #expect(page["total"] is NSNull)
        let stats = try object(
            StatsBody(
                bytesUp: ByteCount(clamping: 5), bytesDown: .zero, requiredRatio: 0,
                graceBytes: .zero,
                seeding: 0, leeching: 0))
        #expect(stats["ratio"] is NSNull)
        #expect(try object(StatsBody.example)["ratio"] as? Double == 1.5)
    }

    @Test("counts keep all of their 63 bits")
    func bigNumbers() throws {
        let file = CatalogFile(path: "a", size: ByteCount(clamping: .max))
        let text = String(decoding: try WireCoding.encode(file), as: UTF8.self)
        #expect(text.contains("\"size\":9223372036854775807"))
    }

    @Test(
        "a value that its type forbids is refused where it stands",
        arguments: [
            #"{"min_role_weight":1001}"#, #"{"min_role_weight":-1}"#, #"{"min_role_weight":"1"}"#,
            #"{"min_role_weight":9223372036854775808}"#,
        ])
    func weights(json: String) {
        struct Body: Decodable { let minRoleWeight: RoleWeight }
        #expect(throws: DecodingError.self) {
            try WireCoding.decode(Body.self, from: Data(json.utf8))
        }
    }

    @Test(
        "negative counts, wrong hashes and unknown words are refused",
        arguments: [
            #"{"type":"upload_tick","info_hash":"00","bytes":1}"#,
            #"{"type":"upload_tick","info_hash":"000102030405060708090a0b0c0d0e0f10111213","bytes":-1}"#,
            #"{"type":"boom","info_hash":"000102030405060708090a0b0c0d0e0f10111213"}"#,
        ])
    func reports(json: String) {
        #expect(throws: DecodingError.self) {
            try WireCoding.decode(TransferReport.self, from: Data(json.utf8))
        }
    }

    @Test("a role from the wire is the role of the rules; a name that is none makes none")
    func role() throws {
        let body = RoleBody.example
        #expect(body.role?.grants == [.auditRead])
        #expect(body.role?.parent == RoleID(4))
        let nameless = RoleBody(
            id: RoleID(1), name: "\u{202E}", weight: .guest, parentId: nil, grants: [], denies: [],
            effective: [], isSuperAdmin: false, users: 0)
        #expect(nameless.role == nil)
    }

    private func object(_ value: some Encodable) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: try WireCoding.encode(value))
        return try #require(object as? [String: Any])
    }

    private static func keys(_ value: Any) -> [String] {
        if let object = value as? [String: Any] {
            return object.keys + object.values.flatMap(keys)
        }
        return (value as? [Any])?.flatMap(keys) ?? []
    }
}
