package import API
package import Client

/// What this client remembers from one run to the next. What cannot be written is forgotten: it
/// is never worth an error.
package protocol MemoryPort: Sendable {
    func remember(_ server: RememberedServer) async
    /// Its session too.
    func forget(_ server: ServerAddress) async
    func rememberTheme(_ name: String) async
    /// Whoever was shown around is not shown around again.
    func rememberStart() async
    func rememberColumns(_ columns: ColumnChoices) async
    func rememberLimits(_ limits: TransferLimits) async
}
