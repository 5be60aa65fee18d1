package import Client

/// The desktop around the terminal.
package protocol DesktopPort: Sendable {
    /// Opens a file or folder in the desktop's own viewer, and does not wait for it to close.
    func open(path: String) async throws(CommunityFailure)
}
