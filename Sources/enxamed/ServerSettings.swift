import Domain
import Foundation
package import Logging
package import Server
package import Store

/// Everything the server is told before it starts.
package struct ServerSettings: Sendable {
    package var listen: ListenSettings
    /// The files of the certificate and of its key, where the listeners speak TLS.
    package var certificate: (path: String, key: String)?
    package var dataFolder: String
    /// Where the community is kept.
    package var database: DatabaseURL
    /// For the first start; `nil` makes one up.
    package var adminPassword: String?
    package var logLevel: Logger.Level

    package init(
        listen: ListenSettings, dataFolder: String, adminPassword: String?,
        logLevel: Logger.Level = .info
    ) {
        self.listen = listen
        self.dataFolder = dataFolder
        database = .sqlite(path: dataFolder + "/enxame.sqlite")
        self.adminPassword = adminPassword
        self.logLevel = logLevel
    }

    /// `value` answers a setting by its name in the environment. Throws `SettingError`.
    package init(_ value: (_ name: String) -> String?) throws {
        let folder = value("ENXAME_DATA_DIR") ?? Self.defaultFolder()
        self.init(
            listen: ListenSettings(
                api: try Self.address("ENXAME_LISTEN", or: "127.0.0.1:8000", value),
                tracker: try Self.address("ENXAME_TRACKER_LISTEN", or: "127.0.0.1:6969", value),
                trackerURL: try Self.trackerURL(value)),
            dataFolder: folder, adminPassword: value("ENXAME_ADMIN_PASSWORD"),
            logLevel: try Self.logLevel(value))
        if value("ENXAME_METRICS_LISTEN") != nil {
            listen.metrics = try Self.address("ENXAME_METRICS_LISTEN", or: ":0", value)
        }
        certificate = try Self.certificate(value)
        listen.proxies = try Self.proxies(value)
        if let database = try Self.database(value) { self.database = database }
    }

    private static func defaultFolder() -> String {
        let environment = ProcessInfo.processInfo.environment
        let data =
            environment["XDG_DATA_HOME"] ?? (environment["HOME"] ?? ".") + "/.local/share"
        return data + "/enxamed"
    }

    /// `host:port`, `[v6]:port`, or `:port` for every address.
    private static func address(
        _ name: String, or fallback: String, _ value: (String) -> String?
    ) throws -> ListenSettings.Address {
        let text = value(name) ?? fallback
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]), (0...65535).contains(port),
            !text[..<colon].contains(":") || text.hasPrefix("[") && text[..<colon].hasSuffix("]")
        else {
            throw SettingError.wrong(
                name: name, value: text, expected: "host:port, with a port from 0 to 65535")
        }
        let host = text[..<colon].trimmingCharacters(in: ["[", "]"])
        return ListenSettings.Address(host: host.isEmpty ? "0.0.0.0" : host, port: port)
    }

    private static func trackerURL(_ value: (String) -> String?) throws -> String? {
        guard let text = value("ENXAME_TRACKER_URL") else { return nil }
        let isWeb = text.hasPrefix("http://") || text.hasPrefix("https://")
        guard isWeb, let url = URL(string: text), url.host() != nil, url.query() == nil else {
            throw SettingError.wrong(
                name: "ENXAME_TRACKER_URL", value: text,
                expected: "http://host:port or https://host")
        }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private static func certificate(_ value: (String) -> String?) throws -> (String, String)? {
        let (certificate, key) = (value("ENXAME_TLS_CERTIFICATE"), value("ENXAME_TLS_KEY"))
        switch (certificate, key) {
        case (nil, nil): return nil
        case (let certificate?, let key?): return (certificate, key)
        case (nil, _?):
            throw SettingError.refused(
                name: "ENXAME_TLS_KEY", "a key needs its certificate, in ENXAME_TLS_CERTIFICATE")
        case (_?, nil):
            throw SettingError.refused(
                name: "ENXAME_TLS_CERTIFICATE", "a certificate needs its key, in ENXAME_TLS_KEY")
        }
    }

    /// Addresses and blocks of them, with commas or spaces between.
    private static func proxies(_ value: (String) -> String?) throws -> TrustedProxies {
        let text = value("ENXAME_TRUSTED_PROXIES") ?? ""
        return TrustedProxies(
            try text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map { word in
                guard let block = AddressRange(word) else {
                    throw SettingError.wrong(
                        name: "ENXAME_TRUSTED_PROXIES", value: String(word),
                        expected: "an address or a block of them, as 127.0.0.1 or 10.0.0.0/8")
                }
                return block
            }, writing: try proxyHeader(value))
    }

    private static func proxyHeader(_ value: (String) -> String?) throws -> TrustedProxies.Header {
        guard let text = value("ENXAME_PROXY_HEADER") else { return .xForwardedFor }
        guard let header = TrustedProxies.Header(rawValue: text.lowercased()) else {
            let headers = TrustedProxies.Header.allCases.map(\.rawValue)
            throw SettingError.wrong(
                name: "ENXAME_PROXY_HEADER", value: text,
                expected: "one of \(headers.joined(separator: ", "))")
        }
        return header
    }

    private static func database(_ value: (String) -> String?) throws -> DatabaseURL? {
        guard let text = value("ENXAME_DATABASE_URL") else { return nil }
        do {
            return try DatabaseURL(text)
        } catch {
            throw SettingError.refused(name: "ENXAME_DATABASE_URL", "\(error)")
        }
    }

    private static func logLevel(_ value: (String) -> String?) throws -> Logger.Level {
        guard let text = value("ENXAME_LOG_LEVEL") else { return .notice }
        guard let level = Logger.Level(rawValue: text) else {
            let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingError.wrong(
                name: "ENXAME_LOG_LEVEL", value: text, expected: "one of \(levels)")
        }
        return level
    }
}
