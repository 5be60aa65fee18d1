/// Why the server cannot serve.
package enum ServerError: Error, Hashable, Sendable {
    case cannotListen(ListenSettings.Address, String)
}

extension ServerError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotListen(let address, let why):
            "cannot listen on \(address.authority(port: address.port)): \(why)"
        }
    }
}
