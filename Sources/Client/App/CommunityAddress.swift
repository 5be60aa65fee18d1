/// Where a community answers: `http://host:port` or `https://host`, without a slash at its end.
package struct CommunityAddress: Hashable, Sendable {
    package let url: String

    /// Reads what a person types. Without a scheme it is https, but for this machine, where it is
    /// http.
    ///
    /// `nil` when no host can be read, or when there is more than scheme, host, port and path.
    package init?(_ text: String) {
        let trimmed = text.filter { !$0.isWhitespace }
        var rest = trimmed[...]
        var scheme: String?
        if let range = trimmed.firstRange(of: "://") {
            scheme = trimmed[..<range.lowerBound].lowercased()
            rest = trimmed[range.upperBound...]
        }
        while rest.last == "/" { rest.removeLast() }
        let authority = rest.prefix { $0 != "/" }
        guard let host = Self.host(of: authority), rest.allSatisfy(Self.isAllowed),
            scheme == nil || scheme == "http" || scheme == "https"
        else { return nil }
        url = "\(scheme ?? (Self.isLoopback(host) ? "http" : "https"))://\(rest)"
    }

    /// Without the scheme, as a header shows it.
    package var name: String {
        url.firstRange(of: "://").map { String(url[$0.upperBound...]) } ?? url
    }

    /// What stands before the port, when that is a port.
    private static func host(of authority: Substring) -> Substring? {
        let afterBrackets = authority.lastIndex(of: "]").map(authority.index(after:))
        let tail = authority[(afterBrackets ?? authority.startIndex)...]
        guard let colon = tail.lastIndex(of: ":") else {
            return authority.isEmpty ? nil : authority
        }
        guard let port = Int(authority[authority.index(after: colon)...]),
            (1...65_535).contains(port), colon > authority.startIndex
        else { return nil }
        return authority[..<colon]
    }

    private static func isLoopback(_ host: Substring) -> Bool {
        let host = host.lowercased()
        return host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]"
            || (host.hasPrefix("127.") && host.allSatisfy { "0123456789.".contains($0) })
    }

    private static func isAllowed(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-._~:[]/".contains(character)
    }
}

extension CommunityAddress: CustomStringConvertible {
    package var description: String { url }
}
