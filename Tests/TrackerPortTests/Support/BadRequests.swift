import TrackerWire

/// What strangers send over HTTP, and what is to be said to it.
enum BadRequests {
    static let key: String = "0123456789abcdef0123456789abcdef"
    static let hash: String = "%00%26%3D%2B%25%FF%fe%80abcdefghijkl"
    static let fields: [String: String] = [
        "passkey": key, "info_hash": hash, "peer_id": "-XX0001-%01%02%03%04%05%06abcdef",
        "port": "6881", "uploaded": "1", "downloaded": "2", "left": "3",
    ]

    /// A good announce with some fields changed, or left out where they are `nil`.
    static func announce(_ changes: [String: String?] = [:]) -> String {
        let names = Set(fields.keys).union(changes.keys).sorted()
        let pairs = names.compactMap { name in
            let value = changes.keys.contains(name) ? changes[name] ?? nil : fields[name]
            return value.map { "\(name)=\($0)" }
        }
        return "/announce?" + pairs.joined(separator: "&")
    }

    static func scrape(_ query: String) -> String { "/scrape?passkey=\(key)&\(query)" }

    struct Case: Sendable {
        let target: String
        let error: AnnounceError

        var words: String { "\(error): \(target.prefix(90))" }

        init(_ target: String, _ error: AnnounceError) {
            self.target = target
            self.error = error
        }

        init(_ name: String, _ value: String?, _ error: AnnounceError) {
            self.init(BadRequests.announce([name: value]), error)
        }
    }

    static let long: String = String(repeating: "x", count: 8192)

    static let missing: [Case] = ["info_hash", "peer_id", "port", "uploaded", "downloaded", "left"]
        .flatMap {
            [
                Case($0, nil, .missing($0)),
                Case($0, (fields[$0] ?? "") + "&\($0)=" + (fields[$0] ?? ""), .twice($0)),
            ]
        }

    static let counters: [Case] = ["uploaded", "downloaded", "left"].flatMap { name in
        [
            Case(name, "", .notANumber(name)), Case(name, "-", .notANumber(name)),
            Case(name, "-1", .negative(name)), Case(name, "+1", .notANumber(name)),
            Case(name, "1.5", .notANumber(name)), Case(name, "1e9", .notANumber(name)),
            Case(name, "0x1F", .notANumber(name)), Case(name, "%31%00", .notANumber(name)),
            Case(name, "%EF%BC%91", .notANumber(name)), Case(name, "1%20", .notANumber(name)),
            // 2^63, 2^64, −2^63 and −2^63 − 1, and more digits than any number has.
            Case(name, "9223372036854775808", .outOfRange(name)),
            Case(name, "18446744073709551616", .outOfRange(name)),
            Case(name, "18446744073709551615", .outOfRange(name)),
            Case(name, "-9223372036854775808", .negative(name)),
            Case(name, "-9223372036854775809", .negative(name)),
            Case(name, String(repeating: "9", count: 4000), .outOfRange(name)),
        ]
    }

    static let rest: [Case] = [
        Case("passkey", nil, .noPasskey), Case("passkey", "", .badPasskey),
        Case("passkey", String(key.dropLast()), .badPasskey),
        Case("passkey", key + "0", .badPasskey),
        Case("passkey", key.uppercased(), .badPasskey),
        Case("passkey", "%00" + key.dropFirst(), .badPasskey),
        Case("passkey", key + "&passkey=" + key, .twice("passkey")),
        Case("/announce/\(key)" + announce().dropFirst(9), .twice("passkey")),
        Case("info_hash", "", .notTwentyBytes("info_hash")),
        Case("info_hash", "abcdefghijklmnopqrs", .notTwentyBytes("info_hash")),
        Case("info_hash", "abcdefghijklmnopqrstu", .notTwentyBytes("info_hash")),
        // In hexadecimal, and all of a v2 hash, of which trackers are told twenty bytes (BEP 52).
        Case("info_hash", String(repeating: "0f", count: 20), .notTwentyBytes("info_hash")),
        Case("info_hash", String(repeating: "%0f", count: 32), .notTwentyBytes("info_hash")),
        Case("peer_id", "short", .notTwentyBytes("peer_id")),
        Case("peer_id", "-XX0001-%01%02%03%04%05%06abcdefg", .notTwentyBytes("peer_id")),
        Case("port", "0", .portZero), Case("port", "00", .portZero),
        Case("port", "65536", .outOfRange("port")), Case("port", "-1", .negative("port")),
        Case("port", "18446744073709551617", .outOfRange("port")),
        Case("port", "http", .notANumber("port")),
        Case("event", "exploded", .unknownEvent), Case("event", "STARTED", .unknownEvent),
        Case("event", "started%00", .unknownEvent), Case("event", "%FF%FE", .unknownEvent),
        Case("event", "started&event=stopped", .twice("event")),
        Case("numwant", "-2", .negative("numwant")), Case("numwant", "all", .notANumber("numwant")),
        Case("numwant", "18446744073709551616", .outOfRange("numwant")),
        Case("numwant", "5&numwant=6", .twice("numwant")),
        Case("compact", "yes", .notANumber("compact")), Case("compact", "-1", .negative("compact")),
        Case("no_peer_id", "x", .notANumber("no_peer_id")),
        Case("key", String(repeating: "k", count: 65), .outOfRange("key")),
        Case("ipv6", "nowhere", .badAddress("ipv6")),
        Case("x", "%", .badEscape), Case("x", "%0", .badEscape), Case("x", "%0g", .badEscape),
        Case("left", "%", .badEscape), Case("left", "3%4", .badEscape),
        Case("%zz", "1", .badEscape),
        Case("left", "3\u{0}", .controlCharacter), Case("x", "\u{0}", .controlCharacter),
        Case("x", "a\tb", .controlCharacter), Case("x", "\u{7F}", .controlCharacter),
        Case("x", long, .tooLong), Case("left", long, .tooLong),
        Case("/announce/" + long, .tooLong), Case("/" + long + "/announce", .tooLong),
        Case("/announce", .noPasskey), Case("/announce?", .noPasskey),
        Case("/announce?&&&==&=", .noPasskey), Case("/announce/x", .badPasskey),
        Case("/announce/\(key)", .missing("info_hash")), Case("/scrape", .noPasskey),
        Case(scrape(""), .missing("info_hash")),
        Case(scrape("info_hash"), .notTwentyBytes("info_hash")),
        Case(scrape("info_hash=abc"), .notTwentyBytes("info_hash")),
        Case(scrape("info_hash=\(hash)&info_hash=%00"), .notTwentyBytes("info_hash")),
        Case(scrape("info_hash=\(hash)%"), .badEscape), Case(scrape("x=\(long)"), .tooLong),
        Case(scrape("x=\u{0}"), .controlCharacter),
        Case(
            scrape((100..<229).map { "info_hash=abcdefghijklmnopq\($0)" }.joined(separator: "&")),
            .tooManyHashes),
    ]

    /// What is sent whole, and the body of the one answer to it.
    static let odd: [(String, String)] = [
        ("POST \(announce()) HTTP/1.1\r\n\r\n", RecordingDesk.onlyGet),
        ("HEAD \(announce()) HTTP/1.1\r\n\r\n", RecordingDesk.onlyGet),
        ("PUT \(announce()) HTTP/1.0\r\n\r\n", RecordingDesk.onlyGet),
        ("get \(announce()) HTTP/1.1\r\n\r\n", RecordingDesk.onlyGet),
        ("POST \(announce()) HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody", RecordingDesk.onlyGet),
        ("GET / HTTP/1.0\r\n\r\n", RecordingDesk.noSuchPath),
        ("GET /nothing HTTP/1.0\r\n\r\n", RecordingDesk.noSuchPath),
        ("GET /announce/a/b HTTP/1.0\r\n\r\n", RecordingDesk.noSuchPath),
        ("GET \u{0} HTTP/1.0\r\n\r\n", RecordingDesk.noSuchPath),
        ("GET \(announce()) HTTP/0.9\r\n\r\n", "notHTTP"),
        ("GET \(announce())\r\n\r\n", "notHTTP"),
        ("GET \(announce()) HTTP/2.0\r\n\r\n", "notHTTP"),
        ("GET \(announce()) HTTP/1.1 \r\n\r\n", "notHTTP"),
        ("GET \(announce(["left": "3 4"])) HTTP/1.1\r\n\r\n", "notHTTP"),
        ("\r\n\r\n", "notHTTP"), ("\u{0}\u{0}\r\n\r\n", "notHTTP"),
        ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\r\n\r\n", "notHTTP"),
        ("GET /\(String(repeating: "a", count: 20_000)) HTTP/1.1\r\n\r\n", "tooLong"),
        ("GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 20_000))\r\n\r\n", "tooLong"),
        ("GET / HTTP/1.1\r\n" + String(repeating: "a: b\r\n", count: 4000) + "\r\n", "tooLong"),
    ]

    /// Announces all the same.
    static let unusual: [String] = [
        "GET \(announce()) HTTP/1.0\r\n\r\n",
        "GET \(announce()) HTTP/1.1\r\nhost:\r\nX\r\n: y\r\n\r\n",
        "GET \(announce(["numwant": "9223372036854775807"])) HTTP/1.0\r\n\r\n",
        "GET \(announce(["numwant": "0"])) HTTP/1.0\r\n\r\n",
        "GET \(announce(["numwant": "-1"])) HTTP/1.0\r\n\r\n",
        "GET \(announce(["event": "paused"])) HTTP/1.0\r\n\r\n",
        "GET \(announce(["event": ""])) HTTP/1.0\r\n\r\n",
        "GET \(announce(["uploaded": "9223372036854775807"])) HTTP/1.0\r\n\r\n",
        "GET \(announce(["left": "0000000000000000000000000000003"])) HTTP/1.0\r\n\r\n",
        "GET \(announce(["port": "65535"])) HTTP/1.0\r\n\r\n",
        "GET \(announce(["ip": "6.6.6.6&ip=7.7.7.7"])) HTTP/1.0\r\n\r\n",
        "GET //announce/?\(announce().dropFirst(10)) HTTP/1.0\r\n\r\n",
    ]
}
