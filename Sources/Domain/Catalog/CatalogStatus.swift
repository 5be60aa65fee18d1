/// Where an entry of the catalog stands with the staff.
package enum CatalogStatus: String, CaseIterable, Codable, Sendable {
    case pending, approved, rejected
}
