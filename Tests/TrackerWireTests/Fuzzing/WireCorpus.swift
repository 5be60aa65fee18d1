/// What clients send, as libtorrent, transmission, rtorrent and aria2 spell it, and what once went
/// wrong with readers of it.
enum WireCorpus {
    static let key = "0123456789abcdef0123456789abcdef"
    private static let hash = "%00%26%3D%2B%25%FF%fe%80abcdefghijkl"
    private static let counters = "uploaded=0&downloaded=9223372036854775807&left=40009"

    static let targets: [[UInt8]] = [
        "/announce?passkey=\(key)&info_hash=\(hash)&peer_id=-lt2080-%01%02%03%04%05%06%07%08%09%0a%0b%0c"
            + "&port=6881&\(counters)&corrupt=0&key=0A1B2C3D&event=started&numwant=200&compact=1"
            + "&no_peer_id=1&supportcrypto=1&redundant=0",
        "/\(key)/announce?info_hash=\(hash)&peer_id=-TR3000-abcdefghijkl&port=51413&\(counters)"
            + "&numwant=80&key=7b4d1e2f&compact=1&supportcrypto=1&event=completed&ipv6=2001%3Adb8%3A%3A1",
        "/announce/\(key)?info_hash=\(hash)&peer_id=A2-1-36-0-%FF%00%FF%00%FF%00%FF%00%FF%00"
            + "&\(counters)&compact=0&key=%00%01%02%03&numwant=-1&no_peer_id=0&port=6999&event=",
        "/announce?passkey=\(key)&info_hash=\(hash)&peer_id=-lt0D98-aaaaaaaaaaaa&port=1&\(counters)"
            + "&event=paused",
        "/announce?passkey=\(key)&info_hash=\(hash)&peer_id=-lt0D98-aaaaaaaaaaaa&port=1&\(counters)"
            + "&event=stopped&numwant=0",
        "/scrape?passkey=\(key)&info_hash=\(hash)&info_hash=%01\(hash.dropFirst(3))&info_hash=\(hash)",
        "/\(key)/scrape?info_hash=\(hash)", "/scrape/\(key)?info_hash=abcdefghijklmnopqrst",
        "/announce", "/scrape?", "/announce?&&==&=&%25=%25", "//announce//?passkey=%\(key)", "/%00",
        "",
        "/announce?passkey=%30\(key.dropFirst())&info%5Fhash=\(hash)&%70eer_id=abcdefghijklmnopqrst"
            + "&port=%31&uploaded=-0&downloaded=00&left=%2D1",
    ].map { Array($0.utf8) }

    static let targetWords = [
        "&", "=", "%", "%00", "%26", "?", "/", "announce", "scrape", "passkey=", key, "&info_hash=",
        "info_hash=\(hash)", "&peer_id=", "abcdefghijklmnopqrst", "&port=", "&uploaded=", "&left=",
        "&downloaded=", "&event=", "started", "empty", "paused", "&numwant=", "&compact=0", "&key=",
        "&ipv6=", "%3A%3A1", "&no_peer_id=1", "\u{0}", "#", "+", "é",
    ]

    static let heads: [[UInt8]] = [
        "GET /announce?passkey=\(key) HTTP/1.1\r\nHost: t:6969\r\nUser-Agent: libtorrent/2.0.8\r\n"
            + "Accept-Encoding: gzip\r\nConnection: close\r\n\r\n",
        "GET /a HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\nGET /b HTTP/1.1\r\n\r\n",
        "POST /a HTTP/1.1\r\nContent-Length: 5\r\n\r\nabcde", "GET / HTTP/1.1\r\n\r\n",
        "GET /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: TE, close\r\n\r\n0\r\n\r\n",
        "GET /x HTTP/1.1\nHost: t\n\n", "\r\n\r\n", "\r\n\r\n\r\n\r\n", "GET\r\n\r\n", "", " ",
        "\r",
        "GET / HTTP/1.1\r\n: \r\n \r\nConnection:\r\n\r\n",
    ].map { Array($0.utf8) }

    static let headWords = [
        "\r\n", "\r", "\n", "\r\n\r\n", " ", ":", "GET ", "HTTP/1.1", "HTTP/1.0", " HTTP/1.1\r\n",
        "Connection: ", "close", "keep-alive", "Content-Length: ", "Transfer-Encoding: chunked",
        "\u{0}",
    ]

    static let packets: [[UInt8]] = {
        let connection: [UInt8] = [0, 0, 4, 0x17, 0x27, 0x10, 0x19, 0x80]
        let url = Array("/announce?passkey=\(key)".utf8)
        let announce =
            connection + [0, 0, 0, 1, 9, 8, 7, 6] + [UInt8](repeating: 5, count: 20)
            + Array("-lt2080-abcdefghijkl".utf8)
            + [0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2]
            + [0, 0, 0, 0, 1, 2, 3, 4, 0xFF, 0xFF, 0xFF, 0xFF, 0x1A, 0xE1]
        return [
            connection + [0, 0, 0, 0, 1, 2, 3, 4],
            announce + [2, UInt8(url.count)] + url,
            announce + [1, 2, 10] + url.prefix(10) + [9, 2, 0, 0, 2, UInt8(url.count - 10)]
                + url.dropFirst(10) + [0],
            announce, announce + [2], announce + [2, 255],
            connection + [0, 0, 0, 2, 1, 2, 3, 4] + [UInt8](repeating: 3, count: 60),
            connection + [0, 0, 0, 3, 1, 2, 3, 4], [], [0],
        ]
    }()

    static let packetWords = [
        "/announce?passkey=\(key)", "/\(key)/announce", "\u{2}", "\u{0}", "\u{1}", "\u{7F}",
        "\u{0}\u{0}\u{0}\u{1}", "?passkey=", "%",
    ]
}
