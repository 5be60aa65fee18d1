extension MySQLAddress {
    private typealias Refusal = DatabaseURL.Refusal

    /// Reads what stands behind `mysql://`.
    init(_ text: Substring) throws(DatabaseURL.Refusal) {
        let (front, query) = Self.parts(of: text, at: text.firstIndex(of: "?"))
        // A password may hold a slash or an @ that nobody has encoded: the last @ ends it, and
        // what follows has none.
        let (access, place) = Self.parts(of: front, at: front.lastIndex(of: "@"))
        guard let place else { throw Refusal(description: "a database URL needs user:password@") }
        let (name, secret) = Self.parts(of: access, at: access.firstIndex(of: ":"))
        let (hosts, database) = Self.parts(of: place, at: place.firstIndex(of: "/"))
        self.init(
            user: try Self.decoded(name, "user"),
            password: try Self.decoded(secret ?? "", "password"), hosts: [],
            database: try Self.decoded(database ?? "", "database"))
        guard !user.isEmpty else { throw Refusal(description: "a database URL needs a user") }
        guard !self.database.isEmpty else {
            throw Refusal(
                description: "a database URL needs the name of the database, behind host:port/")
        }
        for (name, value) in try Self.settings(query) { try set(name, value) }
        self.hosts = try Self.hosts(hosts, isOptional: socket != nil)
    }

    private static func parts(
        of text: Substring, at index: Substring.Index?
    ) -> (Substring, Substring?) {
        guard let index else { return (text, nil) }
        return (text[..<index], text[text.index(after: index)...])
    }

    // MARK: hosts

    private static func hosts(_ text: Substring, isOptional: Bool) throws(DatabaseURL.Refusal)
        -> [Host]
    {
        if isOptional { return [] }
        var hosts: [Host] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            hosts.append(try host(part))
        }
        return hosts
    }

    private static func host(_ text: Substring) throws(DatabaseURL.Refusal) -> Host {
        var name = text
        var port: Substring?
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            name = text[text.index(after: text.startIndex)..<end]
            let rest = text[text.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { throw wrongHost(text) }
            port = rest.isEmpty ? nil : rest.dropFirst()
        } else {
            (name, port) = parts(of: text, at: text.firstIndex(of: ":"))
        }
        guard !name.isEmpty else { throw wrongHost(text) }
        guard let port else { return Host(name: String(name), port: 3306) }
        guard port.allSatisfy(\.isNumber), let number = UInt16(port), number > 0 else {
            throw Refusal(description: "a database URL with the port “\(port)”: 1 to 65535 it is")
        }
        return Host(name: String(name), port: number)
    }

    private static func wrongHost(_ text: Substring) -> DatabaseURL.Refusal {
        Refusal(description: "a database URL with the host “\(text)”, which is none")
    }

    // MARK: settings

    private static func settings(_ query: Substring?) throws(DatabaseURL.Refusal)
        -> [(name: Substring, value: String)]
    {
        var settings: [(name: Substring, value: String)] = []
        for part in (query ?? "").split(separator: "&") {
            let (name, value) = parts(of: part, at: part.firstIndex(of: "="))
            settings.append((name, try decoded(value ?? "", "setting \(name)")))
        }
        return settings
    }

    private mutating func set(_ name: Substring, _ value: String) throws(DatabaseURL.Refusal) {
        switch name {
        case "tls":
            guard let tls = TLS(rawValue: value) else {
                let known = TLS.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal(description: "a database URL with tls=\(value): it may be \(known)")
            }
            self.tls = tls
        case "ca" where !value.isEmpty: authorities = value
        case "socket" where !value.isEmpty: socket = value
        case "pool":
            guard let most = Int(value), (1...1000).contains(most) else {
                throw Refusal(description: "a database URL with pool=\(value): 1 to 1000 it is")
            }
            pool = most
        default:
            throw Refusal(
                description: "a database URL with “\(name)”: it knows tls, ca, socket and pool")
        }
    }

    // MARK: percent

    private static func decoded(_ text: Substring, _ what: String) throws(DatabaseURL.Refusal)
        -> String
    {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(Substring(rest.prefix(2)), radix: 16) else {
                throw Refusal(
                    description: "a database URL with a lone % in its \(what): %25 stands for it")
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        // A NUL would end the text early on its way into C.
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw Refusal(description: "a database URL whose \(what) is no text")
        }
        return text
    }
}
