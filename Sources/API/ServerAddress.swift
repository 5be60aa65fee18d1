import Foundation

/// Where a server is, as a person types it: `community.example`, `localhost:8000`, a whole URL.
///
/// Without a scheme it is https, but for this machine, where it is http.
package struct ServerAddress: Hashable, Sendable {
    /// Without a slash at the end.
    package let url: String
    package let host: String
    package let isEncrypted: Bool
    /// On this machine, where no proxy has any business.
    package let isLoopback: Bool

    package init?(_ text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty, !trimmed.contains("://") || trimmed.lowercased().hasPrefix("http")
        else { return nil }
        let hasScheme = trimmed.contains("://")
        guard var parts = URLComponents(string: hasScheme ? trimmed : "https://" + trimmed),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil,
            parts.query == nil, parts.fragment == nil, parts.port.map((1...65_535).contains) ?? true
        else { return nil }
        let isLoopback = Self.isLoopback(host)
        parts.scheme = !hasScheme && isLoopback ? "http" : scheme
        guard let url = parts.string else { return nil }
        self.url = String(url.reversed().drop { $0 == "/" }.reversed())
        self.host = host
        self.isEncrypted = parts.scheme == "https"
        self.isLoopback = isLoopback
    }

    /// Without the scheme, as a header shows it.
    package var name: String {
        url.firstRange(of: "://").map { String(url[$0.upperBound...]) } ?? url
    }

    private static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased()
        return host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]"
            || host == "::1"
            || (host.hasPrefix("127.") && host.allSatisfy { "0123456789.".contains($0) })
    }
}

extension ServerAddress: CustomStringConvertible {
    package var description: String { url }
}
