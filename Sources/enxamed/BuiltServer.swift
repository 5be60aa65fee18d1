import Domain
import Foundation
package import Logging
package import Server
package import Service
import Store

/// The whole server, wired: what the program runs and what tests run are made here.
package struct BuiltServer: Sendable {
    package let site: Site
    package let applications: Applications
    /// The first SuperAdmin's password, when this start made that account and nobody gave one.
    package let firstPassword: String?

    /// As the settings have it, with the certificate.
    package let listen: ListenSettings

    private let folder: DataFolder
    private let store: CommunityStore

    package func close() async throws { try await store.close() }

    /// Throws `SettingError` or `SQLFault`, each with a sentence to show.
    package static func build(_ settings: ServerSettings, logger: Logger) async throws
        -> BuiltServer
    {
        let listen = try Self.listen(settings)
        let folder = try DataFolder(path: settings.dataFolder)
        let store = try await OpenedSite.open(settings)
        let site = Site(
            store: store, hashing: try Argon2Hashing(),
            tokens: try await SignedTokens(source: try folder.signingKeys.source()),
            secrets: RandomSecrets(),
            clock: Clock(now: { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }))
        return BuiltServer(
            site: site,
            applications: Applications(site: site, settings: listen, logger: logger),
            firstPassword: try await firstAdmin(site, given: settings.adminPassword),
            listen: listen, folder: folder, store: store)
    }

    /// Before anything is made: with the certificate, or a `SettingError` that says what is wrong.
    private static func listen(_ settings: ServerSettings) throws -> ListenSettings {
        var listen = settings.listen
        guard let files = settings.certificate else { return listen }
        do throws(TLSFault) {
            listen.identity = try TLSIdentity(certificate: files.path, key: files.key)
        } catch {
            let name = if case .key = error { "ENXAME_TLS_KEY" } else { "ENXAME_TLS_CERTIFICATE" }
            throw SettingError.refused(name: name, "\(error)")
        }
        return listen
    }

    private static func firstAdmin(_ site: Site, given: String?) async throws -> String? {
        guard let name = Username(rawValue: "admin") else { return nil }
        let password = given ?? String(RandomSecrets().token().prefix(20))
        do {
            let isFirst = try await site.members.createFirst(username: name, password: password)
            return isFirst != nil && given == nil ? password : nil
        } catch ServiceError.conflict {
            // Another server of the same community was faster.
            return nil
        } catch ServiceError.invalid(_, let message) {
            throw SettingError.wrong(
                name: "ENXAME_ADMIN_PASSWORD", value: "…", expected: "acceptable: \(message)")
        }
    }
}
