import Service

/// Everything the server keeps, behind the small protocols of `Service`; one file beside this one
/// for each.
package struct CommunityStore: Sendable {
    let engine: any SQLEngine

    /// Brings the schema up to date and puts in what every community starts with.
    package init(engine: any SQLEngine) async throws {
        self.engine = engine
        try await Migration.migrate(engine)
        try await engine.read { try ImportMark.refuse($0) }
        try await insertBuiltInRoles()
        try await applyJournal()
    }

    package func close() async throws { try await engine.close() }
}

/// Every protocol the use cases own, kept by one database.
extension CommunityStore: AccountStore, SessionStore, RoleStore, CatalogStore, LedgerStore,
    SettingsStore,
    AuditStore, BanStore, NoteStore
{}
