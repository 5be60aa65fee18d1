package import Domain

/// What a session found in its state folder.
package struct RestoreReport: Hashable, Sendable {
    package var restored: [InfoHash] = []
    /// Resume files that could not be read; each was renamed to what stands here.
    package var setAside: [String] = []

    package init() {}
}
