package import Domain

/// Everything that one transaction writes.
package struct LedgerBatch: Sendable {
    package var records: [LedgerRecord] = []
    /// Sizes of swarms as lists shall show them.
    package var counts: [CatalogID: SwarmCounts] = [:]

    package init() {}

    package var isEmpty: Bool { records.isEmpty && counts.isEmpty }
}
