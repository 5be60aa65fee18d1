import Domain
import HTTPTypes

/// The hops that a request went through, as proxies note them.
enum ForwardedFor {
    private static let old = HTTPField.Name("X-Forwarded-For")
    private static let new = HTTPField.Name("Forwarded")

    /// In their order; `nil` for a hop that does not say an address.
    static func hops(_ headers: HTTPFields, in header: TrustedProxies.Header) -> [IPAddress?] {
        switch header {
        case .forwarded: lines(new, headers).map(sender)
        case .xForwardedFor: lines(old, headers).map { address($0) }
        }
    }

    private static func lines(_ name: HTTPField.Name?, _ headers: HTTPFields) -> [Substring] {
        guard let name else { return [] }
        // RFC 9110 lets lists have empty elements, which say nothing.
        return headers[values: name].flatMap { $0.split(separator: ",") }
            .filter { !trimmed($0).isEmpty }
    }

    /// `for=192.0.2.60;proto=http` and `for="[2001:db8::1]:4711"`.
    private static func sender(_ element: Substring) -> IPAddress? {
        for pair in element.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, trimmed(parts[0]).lowercased() == "for" else { continue }
            return address(parts[1])
        }
        return nil
    }

    /// An address, in quotes or not, with a port or not.
    private static func address(_ text: Substring) -> IPAddress? {
        var text = trimmed(text)
        if text.count >= 2, text.first == "\"", text.last == "\"" {
            text = text.dropFirst().dropLast()
        }
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return nil }
            return IPAddress(text[text.index(after: text.startIndex)..<end])
        }
        if let address = IPAddress(text) { return address }
        guard let colon = text.firstIndex(of: ":"), text.lastIndex(of: ":") == colon else {
            return nil
        }
        return IPAddress(text[..<colon])
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let isSpace = { (letter: Character) in letter == " " || letter == "\t" }
        let start = text.drop(while: isSpace)
        return start[
            ..<(start.lastIndex { !isSpace($0) }.map { start.index(after: $0) }
                ?? start.startIndex)]
    }
}
