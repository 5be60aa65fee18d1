import NIOCore
import NIOPosix

extension ListenSettings {
    /// Listens on both addresses for a moment, so that a port in use is known before a data folder
    /// is made, an account founded, a password shown. Throws `ServerError`.
    package func tryOut() async throws {
        let first = try await api.opened()
        do {
            try await tracker.opened().close()
        } catch {
            try await first.close()
            throw error
        }
        try await first.close()
    }
}

extension ListenSettings.Address {
    fileprivate func opened() async throws -> any Channel {
        try await named {
            try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: host, port: port).get()
        }
    }
}
