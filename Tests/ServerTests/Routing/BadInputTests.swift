import API
import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite(.everyEngine) struct BadInputTests {
    @Test(
        "what is not the JSON asked for is refused, and a wrong field is named",
        arguments: [
            ("", "The field username is missing."), ("{}", "The field username is missing."),
            (#"{"username":"a"}"#, "The field password is missing."),
            (#"{"username":1,"password":"b"}"#, "The field username has the wrong type."),
            (#"{"username":null,"password":"b"}"#, "The field username has the wrong type."),
            (#"{"username":["a"],"password":"b"}"#, "The field username has the wrong type."),
            ("[]", "The body is not the JSON that this endpoint takes."),
            ("\"x\"", "The body is not the JSON that this endpoint takes."),
            ("{", "The body is not the JSON that this endpoint takes."),
            ("not json", "The body is not the JSON that this endpoint takes."),
            (
                #"{"username":"a","password":"b"}x"#,
                "The body is not the JSON that this endpoint takes."
            ),
            ("\u{FEFF}\u{0}", "The body is not the JSON that this endpoint takes."),
        ])
    func json(text: String, detail: String) async throws {
        try await TestSite.with { site in
            let response = try await site.raw(.post, Endpoints.signIn.path([]), Array(text.utf8))
            let problem = try TestSite.problem(response)
            #expect(problem.status == 400 && problem.code == "bad_json")
            #expect(problem.detail == detail)
        }
    }

    @Test("bytes that are no text are no JSON")
    func binary() async throws {
        try await TestSite.with { site in
            for bytes in [
                [0xFF, 0xFE, 0x00], Array("{\"username\":\"\u{1}\"}".utf8), [0x7B, 0xC3],
            ]
                as [[UInt8]]
            {
                let response = try await site.raw(.post, Endpoints.signIn.path([]), bytes)
                #expect(try TestSite.problem(response).code == "bad_json")
            }
        }
    }

    @Test("nesting without end is refused, not followed", arguments: ["[", "{\"a\":"])
    func nesting(opening: String) async throws {
        try await TestSite.with { site in
            for count in [600, 10_000] {
                let text = String(repeating: opening, count: count)
                for prefix in ["", #"{"username":"a","password":"b","more":"#] {
                    let response = try await site.raw(
                        .post, Endpoints.signIn.path([]), Array((prefix + text).utf8))
                    #expect(try TestSite.problem(response).code == "bad_json")
                }
            }
        }
    }

    @Test("numbers that no field holds are refused")
    func numbers() async throws {
        try await TestSite.with { site in
            for number in ["9223372036854775808", "-9223372036854775809", "1e400", "1.5", "\"5\""] {
                let body = #"{"bytes_up":\#(number),"bytes_down":0,"reason":"x"}"#
                let response = try await site.raw(
                    .post, Endpoints.adjustRatio.path([1]), Array(body.utf8),
                    token: site.admin.access)
                let problem = try TestSite.problem(response)
                #expect(problem.code == "bad_json", "\(number)")
                #expect(
                    problem.detail.contains(number == "\"5\"" ? "bytes_up" : "number")
                        || number == "1e400", "\(problem.detail)")
            }
        }
    }

    @Test("a value that is none of a few is not repeated in the answer")
    func noneOfAFew() async throws {
        try await TestSite.with { site in
            let value = "\\u202e\\u001b[31m" + String(repeating: "x", count: 5000)
            let response = try await site.raw(
                .patch, Endpoints.settings.path([]), Array(#"{"registration":"\#(value)"}"#.utf8),
                token: site.admin.access)
            #expect(
                try TestSite.problem(response).detail
                    == "The field registration cannot be accepted: "
                    + "it is none of the values that it can have.")
        }
    }

    @Test("a wrong field deep inside is named with its way")
    func deepField() async throws {
        try await TestSite.with { site in
            let hash = String(repeating: "0", count: 40)
            let good = #"{"type":"upload_tick","info_hash":"\#(hash)"}"#
            let bad = #"{"type":"upload_tick","info_hash":"0"}"#
            let response = try await site.raw(
                .post, Endpoints.reportTransfers.path([]),
                Array(#"{"events":[\#(good),\#(bad)]}"#.utf8),
                token: site.admin.access)
            #expect(
                try TestSite.problem(response).detail
                    == "The field events.1.info_hash cannot be accepted: "
                    + "an info hash is 40 hexadecimal digits.")
        }
    }

    @Test("a body over the limit is 413, and who may not call does not get theirs read")
    func tooLarge() async throws {
        try await TestSite.with { site in
            let body = Array(
                "{\"username\":\"\(String(repeating: "x", count: 70_000))\",\"password\":\"\"}".utf8
            )
            let response = try await site.raw(.post, Endpoints.signIn.path([]), body)
            #expect(response.status == 413)
            #expect(try TestSite.problem(response).code == "body_too_large")
            let torrent = [UInt8](repeating: UInt8(ascii: " "), count: (15 << 20) + 1)
            let path = Endpoints.publish.path([])
            let published = try await site.raw(.post, path, torrent, token: site.admin.access)
            #expect(try TestSite.problem(published).code == "body_too_large")
            let anonymous = try await site.raw(.post, path, torrent)
            #expect(try TestSite.problem(anonymous).code == "not_signed_in")
        }
    }

    @Test(
        "an id that is none is refused",
        arguments: [
            "0", "-1", "x", "1.0", "9223372036854775808", "%00", "1%2F2", "%F0%9F%90%9D", "1%20",
        ])
    func ids(id: String) async throws {
        try await TestSite.with { site in
            let response = try await site.raw(
                .get, "/api/v1/catalog/\(id)", token: site.admin.access)
            let problem = try TestSite.problem(response)
            #expect([400, 404].contains(problem.status))
            #expect(problem.code == "bad_id" || problem.code == "no_such_endpoint")
        }
    }

    @Test("an id that nobody has is not found, however large")
    func absentIDs() async throws {
        try await TestSite.with { site in
            let (token, largest) = (site.admin.access, Int64.max)
            for path in [
                Endpoints.catalogEntry.path([largest]), Endpoints.torrentFile.path([largest]),
                Endpoints.user.path([largest]), Endpoints.stats.path([largest]),
                Endpoints.history.path([largest]), Endpoints.shares.path([largest]),
            ] {
                let response = try await site.raw(.get, path, token: token)
                #expect(try TestSite.problem(response).code == "not_found", "\(path)")
            }
        }
    }

    @Test(
        "a path that is none is 404",
        arguments: [
            "/", "/api", "/api/v1", "/api/v2/me", "/api/v1/nothing", "/api/v1/me/x", "/../etc",
            "//",
        ])
    func unknownPath(path: String) async throws {
        try await TestSite.with { site in
            let problem = try TestSite.problem(try await site.raw(.get, path))
            #expect(problem.status == 404 && problem.code == "no_such_endpoint")
        }
    }

    @Test("a method that a path does not take is 405, and those it takes are named")
    func unknownMethod() async throws {
        try await TestSite.with { site in
            for (method, path, allow) in [
                (Method.delete, "/api/v1/me", "GET"), (.get, "/api/v1/auth/login", "POST"),
                (.put, "/api/v1/catalog/1", "DELETE, GET, PATCH"),
                (.post, "/api/v1/roles/1", "DELETE, PATCH"),
            ] {
                let response = try await site.raw(method, path)
                let problem = try TestSite.problem(response)
                #expect(problem.status == 405 && problem.code == "no_such_method")
                #expect(response.header("Allow") == allow)
            }
        }
    }

    @Test(
        "so is a method that few have heard of",
        arguments: ["HEAD", "OPTIONS", "TRACE", "QUERY", "PUT"])
    func rareMethod(name: String) async throws {
        try await TestSite.with { site in
            let method = try #require(HTTPRequest.Method(name))
            let reply = HTTPReply(
                try await site.client.execute(uri: "/api/v1/auth/login", method: method))
            #expect(reply.status == 405 && reply.header("Allow") == "POST")
        }
    }

    @Test(
        "a query out of bounds is refused by name",
        arguments: [
            ("/catalog?limit=0", "limit"), ("/catalog?limit=201", "limit"),
            ("/catalog?limit=9223372036854775808", "limit"), ("/catalog?limit=", "limit"),
            ("/catalog?limit=1%30%30%30", "limit"), ("/catalog?sort=sideways", "sort"),
            ("/catalog?status=secret", "status"), ("/catalog?cursor=x", "cursor"),
            ("/catalog?cursor=nan_1", "cursor"), ("/catalog?cursor=inf_1", "cursor"),
            ("/catalog?cursor=1_9223372036854775808", "cursor"), ("/audit?cursor=x", "cursor"),
            ("/catalog?q=" + String(repeating: "a", count: 1001), "q"),
            ("/users?q=" + String(repeating: "%C3%A9", count: 1001), "q"),
            ("/audit?cursor=" + String(repeating: "0", count: 201), "cursor"),
            ("/users?limit=-1", "limit"), ("/users/1/history?count=1001", "count"),
            ("/users/1/history?bucket=century", "bucket"),
        ])
    func queries(path: String, parameter: String) async throws {
        try await TestSite.with { site in
            let response = try await site.raw(
                .get, Endpoints.prefix + path, token: site.admin.access)
            let problem = try TestSite.problem(response)
            #expect(problem.status == 400 && problem.code == "bad_parameter")
            #expect(problem.detail.hasPrefix("The parameter \(parameter) must be "))
        }
    }

    @Test(
        "no search text is an error",
        arguments: [
            "", "%22", "%22%22*", "%00", "%FF%FE", "AND", "a%20OR%20(", "'%3B--", "%E2%92%B6", "%",
            "%2",
            "+", "a&q=b", "%F0%9F%90%9D", "x:y%20-z%20%5E",
        ])
    func searches(text: String) async throws {
        try await TestSite.with { site in
            let response = try await site.raw(
                .get, "/api/v1/catalog?q=\(text)", token: site.admin.access)
            #expect(response.status == 200, "\(response.text)")
        }
    }

    @Test("every endpoint but four asks who is there")
    func access() async throws {
        try await TestSite.with { site in
            for (method, path) in [
                (Method.get, "/me"), (.post, "/auth/logout"), (.get, "/catalog"),
                (.get, "/catalog/1"),
                (.get, "/catalog/1/torrent"), (.post, "/catalog"), (.delete, "/catalog/1"),
                (.post, "/catalog/1/approve"), (.get, "/users"), (.get, "/users/1/stats"),
                (.post, "/users/1/ban"), (.get, "/roles"), (.get, "/settings"), (.get, "/audit"),
                (.get, "/events"), (.post, "/transfers/events"), (.get, "/permissions"),
            ] {
                let response = try await site.raw(method, Endpoints.prefix + path)
                #expect(try TestSite.problem(response).status == 401, "\(path)")
            }
        }
    }
}
