package import Domain
package import Tracker

/// What torrents count for, and when.
package protocol TermsStore: Sendable {
    /// Without those that have no periods.
    func terms(of torrents: [CatalogID]) async throws -> [CatalogID: [TermsPeriod]]
    /// Changes them by what they are at that moment, and answers what they became. Nothing is
    /// written where `change` leaves them as they were. Throws `.gone` when the entry was deleted.
    func changeTerms(
        of torrent: CatalogID, _ change: @escaping @Sendable ([TermsPeriod]) -> [TermsPeriod],
        audit: @escaping @Sendable (_ before: [TermsPeriod], _ after: [TermsPeriod]) -> AuditEntry
    ) async throws -> [TermsPeriod]
}
