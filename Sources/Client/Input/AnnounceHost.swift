/// The machine in an announce address, as tracker addresses are told apart.
///
/// 1. Small letters, without port, path and passkey: it can be shown.
/// 2. Nothing but what names of machines are made of.
struct AnnounceHost: Hashable, Sendable {
    private static let longest = 253

    let name: String

    /// - Parameter address: `http://tracker.example:6969/announce?passkey=…`, of any scheme.
    init?(_ address: String) {
        guard let scheme = address.firstRange(of: "://") else { return nil }
        var authority = address[scheme.upperBound...].prefix { !"/?#".contains($0) }
        if let user = authority.lastIndex(of: "@") {
            authority = authority[authority.index(after: user)...]
        }
        // An IPv6 address stands in brackets, and has colons of its own.
        if authority.first == "[", let end = authority.firstIndex(of: "]") {
            authority = authority[...end]
        } else {
            authority = authority.prefix { $0 != ":" }
        }
        let name = authority.lowercased()
        guard !name.isEmpty, name.utf8.count <= Self.longest,
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-._:[]".contains($0)) })
        else { return nil }
        self.name = name
    }
}
