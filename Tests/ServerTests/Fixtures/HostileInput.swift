import API
import Domain

/// What nobody means to send and everybody could: values of other types, numbers that fit nowhere,
/// texts too long, too deep or invisible.
enum HostileInput {
    /// As JSON.
    static let values: [String] =
        [
            "null", "true", "0", "-1", "1.5", "-0.0", "1e400", "9223372036854775807",
            "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
            "99999999999999999999999999", #""""#, #"" ""#, #""0""#, #""-1""#, "[]", "[[]]",
            "[null]",
            "{}", #"{"a":1}"#, #"["x"]"#, "[1]", #""\u0000""#, #""a\u0000b""#, #""\u202e\u200b""#,
            #""\ud83d\udc1d""#, #""'; drop table account; --""#, #""../../etc/passwd""#,
            "\"\u{202E}gpj.exe\"", "\"\u{E0001}\u{FFFF}\"",
        ] + [
            "\"" + String(repeating: "a", count: 60_000) + "\"",
            "\"" + String(repeating: "e\u{301}", count: 15_000) + "\"",
            "[" + Array(repeating: "1", count: 20_000).joined(separator: ",") + "]",
            String(repeating: "[", count: 20) + String(repeating: "]", count: 20),
            String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000),
        ]

    static let bodies: [[UInt8]] =
        [
            "", " ", "null", "true", "0", "[]", "[{}]", "\"\"", "{", "}", "{}{}", "{\"\":0}",
            "{\"a\":}", "{\"a\":1,}", "<a/>", "a=b&c=d", "\u{FEFF}{}", "{\"id\":1}",
            "{\"__proto__\":{}}", String(repeating: "{\"a\":", count: 10_000),
            "\"" + String(repeating: "a", count: 1 << 20) + "\"",
            "{\"a\":\"" + String(repeating: "a", count: 1 << 20) + "\"}",
        ].map { Array($0.utf8) } + [
            [0], [0xFF, 0xFE], [0x7B, 0xC3, 0x28, 0x7D], [0x22, 0xED, 0xA0, 0x80, 0x22],
        ]

    /// As a path or a query has them, escaped.
    static let words: [String] =
        [
            "", "0", "-1", "1.0", "1e3", "x", "%00", "%0A", "%FF", "%C3%28", "%ED%A0%80", "%", "%2",
            "%2F", "..", "%2e%2e%2f", "9223372036854775808", "-9223372036854775809",
            "99999999999999999999999999", "0x1", "%F0%9F%90%9D", "1%20", "+1", "01", "%E2%80%AE",
            "1;drop", "'", "%22", "null", "true", "%D9%A1",
        ] + [String(repeating: "9", count: 20_000), String(repeating: "%C3%A9", count: 3000)]

    /// A body of each endpoint that has one, in which each field is replaced in turn.
    static let samples: [(method: Method, path: String, fields: [String: String])] = [
        (.post, "/auth/register", ["username": #""bia""#, "password": #""senha de bia""#]),
        (.post, "/auth/login", ["username": #""bia""#, "password": #""senha de bia""#]),
        (.post, "/auth/refresh", ["refresh_token": #""x""#]),
        (.put, "/me/password", ["current": #""wrong-password""#, "new": #""senha de bia""#]),
        (
            .post, "/users",
            ["username": #""caio""#, "password": #""senha de caio""#, "role_id": "2"]
        ),
        (.patch, "/users/{id}", ["role_id": "2"]),
        (.post, "/users/{id}/ban", ["reason": #""r""#, "expires_at": "99999999999"]),
        (
            .post, "/users/{id}/ratio-adjustments",
            ["bytes_up": "1", "bytes_down": "0", "reason": #""r""#]
        ),
        (
            .post, "/catalog",
            [
                "title": #""t""#, "description": #""d""#, "tags": #"["a"]"#,
                "min_role_weight": "0", "torrent": #""AAAA""#,
            ]
        ),
        (.delete, "/catalog/{id}", ["reason": #""r""#]),
        (.post, "/catalog/{id}/reject", ["reason": #""r""#]),
        (
            .post, "/roles",
            [
                "name": #""n""#, "weight": "50", "parent_id": "1", "grants": "[]",
                "denies": #"["catalog.edit"]"#,
            ]
        ),
        (
            .patch, "/roles/{id}",
            [
                "name": #""n""#, "weight": "50", "parent_id": "1", "grants": "[]",
                "denies": #"["catalog.edit"]"#,
            ]
        ),
        (.delete, "/roles/{id}", ["move_users_to": "1"]),
        (
            .patch, "/settings",
            [
                "registration": #""open""#, "required_ratio": "0.5", "grace_bytes": "1",
                "announce_interval": "60", "approval_required": "true",
                "max_torrent_bytes": "65536",
            ]
        ),
        (.post, "/transfers/events", ["events": "[]"]),
    ]

    static let withoutBody: [(method: Method, path: String)] = [
        (.get, "/me"), (.post, "/me/passkey/reset"), (.get, "/users"), (.get, "/users/names"),
        (.get, "/users/{id}"), (.delete, "/users/{id}/ban"), (.get, "/users/{id}/stats"),
        (.get, "/users/{id}/history"), (.get, "/users/{id}/torrents"), (.get, "/catalog"),
        (.get, "/catalog/facets"), (.get, "/catalog/suggestions"), (.get, "/catalog/{id}"),
        (.get, "/catalog/{id}/torrent"), (.post, "/catalog/{id}/approve"), (.get, "/roles"),
        (.get, "/permissions"), (.get, "/settings"), (.get, "/audit"), (.post, "/auth/logout"),
    ]

    static let parameters = ["q", "limit", "cursor", "sort", "status", "bucket", "count"]
}
