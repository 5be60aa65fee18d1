package import Domain

/// What a paste names: torrents by a file or by a magnet, a line each, and what is neither.
package struct PastedTorrents: Equatable, Sendable {
    package enum Magnet: Hashable, Sendable {
        case hash(InfoHash)
        /// It does not say which torrent it means.
        case unreadable
    }

    /// Of `.torrent` files, as the file system has them but for `~`.
    package private(set) var paths: [String] = []
    package private(set) var magnets: [Magnet] = []
    /// Lines that are neither.
    package private(set) var others = 0

    /// More than these are never asked about at once.
    static let most = 200

    package init(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.drop(while: \.isWhitespace)
            guard let end = words.lastIndex(where: { !$0.isWhitespace }) else { continue }
            let line = String(words[...end])
            guard paths.count + magnets.count < Self.most else {
                others += 1
                continue
            }
            if line.lowercased().hasPrefix("magnet:?") {
                let magnet = Self.magnet(line)
                if !magnets.contains(magnet) { magnets.append(magnet) }
            } else if let path = Self.path(line) {
                if !paths.contains(path) { paths.append(path) }
            } else {
                others += 1
            }
        }
    }

    package var isEmpty: Bool { paths.isEmpty && magnets.isEmpty }

    /// The torrent of a magnet link (BEP 9): forty hexadecimal digits, or base32 as of old.
    private static func magnet(_ link: String) -> Magnet {
        let parameters = link.dropFirst("magnet:?".count).split(separator: "&")
        for parameter in parameters {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0] == "xt" || parts[0].hasPrefix("xt.") else { continue }
            let name = percentDecoded(parts[1])
            guard name.lowercased().hasPrefix("urn:btih:") else { continue }
            let digits = name.dropFirst("urn:btih:".count)
            if let hash = InfoHash(hex: digits.lowercased()) { return .hash(hash) }
            if let bytes = base32(digits), let hash = InfoHash(bytes) { return .hash(hash) }
        }
        return .unreadable
    }

    /// RFC 4648, without padding: 32 characters are 20 bytes.
    private static func base32(_ text: Substring) -> [UInt8]? {
        guard text.count == 32 else { return nil }
        var bytes: [UInt8] = []
        var (held, count) = (UInt32(0), UInt32(0))
        for byte in text.uppercased().utf8 {
            let value: UInt32
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - UInt8(ascii: "A"))
            case UInt8(ascii: "2")...UInt8(ascii: "7"):
                value = UInt32(byte - UInt8(ascii: "2")) + 26
            default: return nil
            }
            held = (held << 5 | value) & 0xFFF
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> count))
            }
        }
        return bytes
    }

    /// As shells, file managers and terminals hand over the name of a file: in quotes, with
    /// backslashes, or as a `file:` address.
    private static func path(_ line: String) -> String? {
        var path = line
        if path.lowercased().hasPrefix("file://") {
            let rest = path.dropFirst("file://".count)
            // What stands before the path is the machine: this one.
            guard let slash = rest.firstIndex(of: "/") else { return nil }
            path = percentDecoded(rest[slash...])
        } else if let quote = path.first, quote == "'" || quote == "\"", path.count > 1,
            path.last == quote
        {
            path = String(path.dropFirst().dropLast())
        } else {
            path = unescaped(path)
        }
        let isPath =
            path.hasPrefix("/") || path.hasPrefix("~/") || path.hasPrefix("./")
            || !path.contains(":") && !path.contains("\u{0}")
        return isPath && path.lowercased().hasSuffix(".torrent") ? path : nil
    }

    /// RFC 3986; what is no percent encoding stays as it is.
    private static func percentDecoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2,
                let value = UInt8(digits, radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func unescaped(_ text: String) -> String {
        var plain = ""
        var isEscaped = false
        for character in text {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                plain.append(character)
                isEscaped = false
            }
        }
        return plain
    }
}
