import Domain
import Service
import Store

extension CommunityStore {
    /// For tests that do not care what the settings were.
    func change(to settings: CommunitySettings, audit: AuditEntry) async throws {
        try await change(to: settings, expecting: try await self.settings(), audit: audit)
    }
}
