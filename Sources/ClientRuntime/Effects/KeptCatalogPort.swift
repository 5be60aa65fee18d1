package import API
package import Client
package import Domain

/// What was seen of the catalog in earlier hours, kept for each account by itself.
///
/// What cannot be written or read is as if it had never been seen: it is never worth an error.
package protocol KeptCatalogPort: Sendable {
    /// From now on it is this account's.
    func begin(_ me: MeReply, at server: ServerAddress) async
    /// The account has changed: what its role may not see any more is forgotten.
    func keep(_ me: MeReply) async
    func keep(_ page: CatalogPage, answering query: CatalogQuery) async
    func keep(_ detail: CatalogDetail) async
    /// The entry is gone.
    func drop(_ id: CatalogID) async
    /// All that was kept for the account; when its session ends, so does this.
    func dropAll() async

    /// The account that last used a server from here, if anything was kept for it.
    func recallAccount(at server: ServerAddress) async -> MeReply?
    /// `nil` when nothing was kept at all.
    func recall(answering query: CatalogQuery) async -> KeptPage?
    func recall(_ id: CatalogID) async -> CatalogDetail?
}

/// For whoever keeps nothing.
package struct NothingKept: KeptCatalogPort {
    package init() {}

    package func begin(_ me: MeReply, at server: ServerAddress) async {}
    package func keep(_ me: MeReply) async {}
    package func keep(_ page: CatalogPage, answering query: CatalogQuery) async {}
    package func keep(_ detail: CatalogDetail) async {}
    package func drop(_ id: CatalogID) async {}
    package func dropAll() async {}
    package func recallAccount(at server: ServerAddress) async -> MeReply? { nil }
    package func recall(answering query: CatalogQuery) async -> KeptPage? { nil }
    package func recall(_ id: CatalogID) async -> CatalogDetail? { nil }
}
