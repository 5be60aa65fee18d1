import Foundation

/// A request as the tiny server saw it.
struct TinyRequest: Sendable {
    var method = ""
    /// Path and query.
    var target = ""
    /// Names in lower case.
    var headers: [String: String] = [:]
    var body = ""

    /// `nil` while the bytes are not a whole request.
    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return nil }
        method = String(words[0])
        target = String(words[1])
        for line in lines.dropFirst() {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { continue }
            headers[halves[0].lowercased()] = halves[1].trimmingCharacters(in: .whitespaces)
        }
        body = String(text[end.upperBound...])
        guard body.utf8.count >= headers["content-length"].flatMap({ Int($0) }) ?? 0 else {
            return nil
        }
    }

    var token: String? { headers["authorization"]?.replacingOccurrences(of: "Bearer ", with: "") }
}
