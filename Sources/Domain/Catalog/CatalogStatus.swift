/// Where an entry of the catalog stands with the staff.
package enum CatalogStatus: String, CaseIterable, Codable, Sendable {
    case pending, approved, rejected
    /// Sent back to its uploader, who may change it and so put it into the queue again.
    case changesRequested = "changes_requested"
}
