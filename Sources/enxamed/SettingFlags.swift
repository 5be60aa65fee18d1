import ArgumentParser
import Foundation

/// The flags that every subcommand takes; the environment and `.env` fill in what is not given.
struct SettingFlags: ParsableArguments {
    @Option(help: "Where the API listens: host:port (ENXAME_LISTEN).")
    var listen: String?

    @Option(help: "Where the tracker listens: host:port (ENXAME_TRACKER_LISTEN).")
    var trackerListen: String?

    @Option(
        help: """
            Where Prometheus reads /metrics, without a password: host:port \
            (ENXAME_METRICS_LISTEN).
            """)
    var metricsListen: String?

    @Option(help: "What the world announces to: http://host:port (ENXAME_TRACKER_URL).")
    var trackerURL: String?

    @Option(help: "The certificate to speak TLS with, a PEM file (ENXAME_TLS_CERTIFICATE).")
    var tlsCertificate: String?

    @Option(help: "The certificate's private key, a PEM file (ENXAME_TLS_KEY).")
    var tlsKey: String?

    @Option(
        help: """
            Proxies whose word about who calls is taken: addresses and blocks such as \
            10.0.0.0/8, with commas between (ENXAME_TRUSTED_PROXIES).
            """)
    var trustedProxies: String?

    @Option(
        help: """
            Where those proxies write who calls: x-forwarded-for or forwarded \
            (ENXAME_PROXY_HEADER).
            """)
    var proxyHeader: String?

    @Option(
        name: .customLong("database-url"),
        help: "sqlite:PATH or mysql://user:password@host:port/database (ENXAME_DATABASE_URL).")
    var databaseURL: String?

    @Option(help: "The folder that holds everything (ENXAME_DATA_DIR).")
    var dataDir: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical (ENXAME_LOG_LEVEL).")
    var logLevel: String?

    /// Throws `SettingError`.
    func settings() throws -> ServerSettings {
        let environment = ProcessInfo.processInfo.environment
        let file = try DotEnv.read(path: ".env")
        return try ServerSettings { name in
            flag(name) ?? environment[name].nonEmpty ?? file[name].nonEmpty
        }
    }

    private func flag(_ name: String) -> String? {
        switch name {
        case "ENXAME_LISTEN": listen
        case "ENXAME_TRACKER_LISTEN": trackerListen
        case "ENXAME_METRICS_LISTEN": metricsListen
        case "ENXAME_TRACKER_URL": trackerURL
        case "ENXAME_TLS_CERTIFICATE": tlsCertificate
        case "ENXAME_TLS_KEY": tlsKey
        case "ENXAME_TRUSTED_PROXIES": trustedProxies
        case "ENXAME_PROXY_HEADER": proxyHeader
        case "ENXAME_DATABASE_URL": databaseURL
        case "ENXAME_DATA_DIR": dataDir
        case "ENXAME_LOG_LEVEL": logLevel
        default: nil
        }
    }
}

extension String? {
    /// A variable set to nothing, as compose files do, is not set.
    fileprivate var nonEmpty: String? { self?.isEmpty == true ? nil : self }
}
