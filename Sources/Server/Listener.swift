import Foundation
import Hummingbird
import NIOCore
import ServiceLifecycle

/// A listener whose failure to listen names the address.
struct Listener<Application: ApplicationProtocol>: ServiceLifecycle.Service {
    let application: Application
    let address: ListenSettings.Address

    func run() async throws {
        do {
            try await application.run()
        } catch let error as IOError {
            throw ServerError.cannotListen(
                address, String(cString: strerror(error.errnoCode)).lowercased())
        } catch is SocketAddressError.UnknownHost {
            throw ServerError.cannotListen(address, "there is no such host")
        } catch let error as SocketAddressError {
            throw ServerError.cannotListen(address, "\(error)")
        }
    }
}
