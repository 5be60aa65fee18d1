import Foundation

/// Header lines, as libcurl hands them over one by one, to the head of the final answer.
///
/// An interim answer (100, 103) has a head of its own before it; the last one counts.
struct HeadParser {
    private var head: HTTPHead?

    /// The finished head when `line` ends it.
    mutating func read(_ line: [UInt8]) -> HTTPHead? {
        let text = String(decoding: line, as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
        guard !text.isEmpty else {
            guard let head, head.status >= 200 else { return nil }
            return head
        }
        if text.hasPrefix("HTTP/") {
            let parts = text.split(separator: " ", maxSplits: 2)
            head = HTTPHead(status: parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        } else if let colon = text.firstIndex(of: ":") {
            head?[String(text[..<colon])] = text[text.index(after: colon)...]
                .trimmingCharacters(in: .whitespaces)
        }
        return nil
    }
}
