import API
import APIClient
import Domain
import Foundation
import Testing

/// Torrents that no honest program makes, sent to the real server.
@Suite(.inTurn) struct PublishingTests {
    private static let piece = "12:piece lengthi16384e6:pieces20:xxxxxxxxxxxxxxxxxxxx"

    private static func torrent(path: [String], extra: String = "") -> String {
        let parts = path.map { "\($0.utf8.count):\($0)" }.joined()
        return "d4:infod5:filesld\(extra)6:lengthi5e4:pathl\(parts)eee4:name4:Aula\(piece)ee"
    }

    private static func named(_ name: String) -> String {
        "d4:infod6:lengthi5e4:name\(name.utf8.count):\(name)\(piece)ee"
    }

    private static let hostile = [
        "", "not a torrent", "d4:infod6:lengthi5e", "d4:infoi5ee",
        "d4:infod6:lengthi99999999999999999999e4:name1:a\(piece)ee",
        String(repeating: "l", count: 5000) + String(repeating: "e", count: 5000),
        torrent(path: ["..", "evil"]), torrent(path: ["a", "..", "..", "evil"]),
        torrent(path: ["/etc", "passwd"]), torrent(path: ["a\u{0}b"]), torrent(path: [""]),
        torrent(path: ["ev\u{1B}[2Jil"]), torrent(path: ["a"], extra: "4:attr1:l"),
        named(".."), named("/etc/passwd"), named("a/b"), named(""),
    ]

    @Test("a broken or hostile torrent is refused with a problem, and nothing is stored")
    func refused() async throws {
        try await RunningServer.run { server in
            let admin = try await server.admin()
            for torrent in Self.hostile {
                let request = PublishRequest(
                    title: "Aula", description: "", tags: [], minRoleWeight: .guest,
                    torrent: Data(torrent.utf8).base64EncodedString())
                let error = await #expect(throws: APIError.self, "\(torrent)") {
                    _ = try await admin.call(Endpoints.publish, body: request)
                }
                guard case .refused(let problem)? = error else {
                    Issue.record("\(torrent.prefix(80)): \(String(describing: error))")
                    continue
                }
                #expect(problem.status == 422, "\(torrent.prefix(80)): \(problem)")
                #expect(!problem.detail.contains { $0.isNewline || $0 == "\u{1B}" })
            }
            #expect(try await admin.call(Endpoints.catalog, query: CatalogQuery()).items == [])
        }
    }
}
