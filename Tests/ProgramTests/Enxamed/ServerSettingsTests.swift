import Domain
import Foundation
import Server
import Store
import Testing

@testable import enxamed

@Suite struct ServerSettingsTests {
    private func settings(_ values: [String: String]) throws -> ServerSettings {
        try ServerSettings { values[$0] }
    }

    @Test("without a word the server listens on loopback and keeps its data at home")
    func defaults() throws {
        let settings = try settings([:])
        let listen = "\(settings.listen)"
        #expect(
            listen.contains(#"api: Server.ListenSettings.Address(host: "127.0.0.1", port: 8000)"#))
        #expect(
            listen.contains(
                #"tracker: Server.ListenSettings.Address(host: "127.0.0.1", port: 6969)"#))
        #expect(listen.hasSuffix("trackerURL: nil)"))
        #expect(settings.dataFolder.hasSuffix("/enxamed"))
        #expect(settings.database == .sqlite(path: settings.dataFolder + "/enxame.sqlite"))
        #expect(settings.adminPassword == nil)
        #expect("\(settings.logLevel)" == "notice")
    }

    @Test(
        "an address is host:port, an IPv6 host in brackets",
        arguments: [
            ("0.0.0.0:80", "0.0.0.0", 80), (":8000", "0.0.0.0", 8000), ("[::1]:0", "::1", 0),
            ("localhost:65535", "localhost", 65535), ("[::]:8000", "::", 8000),
        ])
    func addresses(text: String, host: String, port: Int) throws {
        let settings = try settings(["ENXAME_LISTEN": text])
        #expect("\(settings.listen)".contains(#"Address(host: "\#(host)", port: \#(port))"#))
    }

    @Test(
        "an address that is none is refused by name",
        arguments: [
            "", "8000", "localhost", "localhost:", ":", "a:b", "a:-1", "a:65536", "::1", "::1:8000",
            "a:99999999999999999999", "[::1:8000", "a:80:", "a: 80",
        ])
    func badAddresses(text: String) {
        for name in ["ENXAME_LISTEN", "ENXAME_TRACKER_LISTEN"] {
            let error = #expect(throws: SettingError.self) { try settings([name: text]) }
            #expect(
                error?.description
                    == "\(name) is “\(text)”, and should be host:port, with a port from 0 to 65535")
        }
    }

    @Test("a certificate comes with its key, and one without the other is refused by name")
    func certificate() throws {
        let settings = try settings([
            "ENXAME_TLS_CERTIFICATE": "/c.pem", "ENXAME_TLS_KEY": "/k.pem",
        ])
        #expect(settings.certificate?.path == "/c.pem" && settings.certificate?.key == "/k.pem")
        for name in ["ENXAME_TLS_CERTIFICATE", "ENXAME_TLS_KEY"] {
            let error = #expect(throws: SettingError.self) { try self.settings([name: "/x"]) }
            #expect(error?.description.hasPrefix("\(name) cannot be used: ") == true)
        }
    }

    @Test("trusted proxies are addresses and blocks, each word that is none is refused")
    func proxies() throws {
        let listen = try settings(["ENXAME_TRUSTED_PROXIES": "127.0.0.1, 10.0.0.0/8 ::1"]).listen
        for (text, isTrusted) in [
            ("127.0.0.1", true), ("10.9.8.7", true), ("::1", true), ("127.0.0.2", false),
        ] {
            #expect(listen.proxies.contains(try #require(IPAddress(text))) == isTrusted)
        }
        for text in ["x", "10.0.0.0/33", "10.0.0.1/8"] {
            let error = #expect(throws: SettingError.self) {
                try self.settings(["ENXAME_TRUSTED_PROXIES": "::1," + text])
            }
            #expect(error?.description.contains("“\(text)”") == true)
        }
    }

    @Test("the tracker's URL has a host and nothing behind it that a client adds itself")
    func trackerURL() throws {
        for (text, url) in [
            ("http://tracker.example:6969", "http://tracker.example:6969"),
            ("https://tracker.example/", "https://tracker.example"),
        ] {
            let settings = try settings(["ENXAME_TRACKER_URL": text])
            #expect("\(settings.listen)".hasSuffix("trackerURL: Optional(\"\(url)\"))"))
        }
        for text in ["", "tracker.example", "udp://t:1", "http://", "http://t/?a=b", "http://t t"] {
            let error = #expect(throws: SettingError.self) {
                try settings(["ENXAME_TRACKER_URL": text])
            }
            #expect(error?.description.hasPrefix("ENXAME_TRACKER_URL is “\(text)”") == true)
        }
    }

    @Test("a database is named by sqlite:PATH, and the rest of a wrong URL is not repeated")
    func database() throws {
        let settings = try settings(["ENXAME_DATABASE_URL": "sqlite:/var/lib/e.sqlite"])
        #expect(settings.database == .sqlite(path: "/var/lib/e.sqlite"))
        for text in ["sqlite:", "postgres://u:secret@h/d", "e.sqlite"] {
            let error = #expect(throws: SettingError.self) {
                try self.settings(["ENXAME_DATABASE_URL": text])
            }
            #expect(error?.description.hasPrefix("ENXAME_DATABASE_URL cannot be used: ") == true)
            #expect(error?.description.contains("secret") == false)
        }
    }

    @Test("a log level is one of those there are")
    func logLevel() throws {
        #expect("\(try settings(["ENXAME_LOG_LEVEL": "debug"]).logLevel)" == "debug")
        for text in ["", "loud", "DEBUG"] {
            let error = #expect(throws: SettingError.self) {
                try settings(["ENXAME_LOG_LEVEL": text])
            }
            #expect(
                error?.description
                    == "ENXAME_LOG_LEVEL is “\(text)”, and should be one of trace, debug, info, "
                    + "notice, warning, error, critical")
        }
    }
}
