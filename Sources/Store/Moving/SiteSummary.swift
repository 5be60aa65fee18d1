/// What was moved.
package struct SiteSummary: Hashable, Sendable {
    package let rows: Int
    /// The checksum of everything but when it was exported: equal for equal sites.
    package let content: String
}
