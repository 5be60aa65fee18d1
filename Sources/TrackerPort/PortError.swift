/// Why a port cannot be opened.
package enum PortError: Error, Hashable, Sendable {
    case noSuchHost
    /// What the system said, as `errno`.
    case system(Int32)
}
