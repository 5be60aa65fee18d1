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
            "\"\u{202E}gpj.exe\"", "\"\u{E0001}\u{FFFF}\"", #""\u001b[31mx""#,
            "\"x\u{2066}y\u{2069}\"",
            // For “admin”, to a reader's eye.
            #""Admin""#, "\"\u{430}dmin\"", "\"\u{FF41}dmin\"", "\"adm\u{131}n\"",
            "\"ad\u{200D}min\"", #"" admin ""#,
        ] + [
            "\"" + String(repeating: "a", count: 60_000) + "\"",
            "\"" + String(repeating: "e\u{301}", count: 15_000) + "\"",
            "\"" + String(repeating: "a", count: 1 << 20) + "\"",
            "[" + Array(repeating: "1", count: 20_000).joined(separator: ",") + "]",
            String(repeating: "[", count: 20) + String(repeating: "]", count: 20),
            String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000),
        ]

    static let bodies: [[UInt8]] =
        [
            "", " ", "null", "true", "0", "[]", "[{}]", "\"\"", "{", "}", "{}{}", "{\"\":0}",
            "{\"a\":}", "{\"a\":1,}", "<a/>", "a=b&c=d", "\u{FEFF}{}", "{\"id\":1}",
            "{\"__proto__\":{}}", "{\"\u{202E}\":1}", "{\"\\u001b[31m\":1}",
            String(repeating: "{\"a\":", count: 10_000),
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
}
