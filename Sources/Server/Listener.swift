import Foundation
import Hummingbird
import NIOCore
import ServiceLifecycle

/// A listener whose failure to listen names the address.
struct Listener<Application: ApplicationProtocol>: ServiceLifecycle.Service {
    let application: Application
    let address: ListenSettings.Address

    func run() async throws {
        try await address.named { try await application.run() }
    }
}

extension ListenSettings.Address {
    /// Runs what listens here, so that its failure names the address.
    func named<T>(_ listen: () async throws -> T) async throws -> T {
        do {
            return try await listen()
        } catch let error as IOError {
            throw ServerError.cannotListen(
                self, String(cString: strerror(error.errnoCode)).lowercased())
        } catch is SocketAddressError.UnknownHost {
            throw ServerError.cannotListen(self, "there is no such host")
        } catch let error as SocketAddressError {
            throw ServerError.cannotListen(self, "\(error)")
        }
    }
}
