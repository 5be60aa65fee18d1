/// Why a certificate cannot be shown.
package enum TLSFault: Error, Hashable, Sendable {
    case certificate(path: String, String)
    case key(path: String, String)
    case mismatch(certificate: String, key: String)
}

extension TLSFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .certificate(let path, let why): "cannot use the certificate \(path): \(why)"
        case .key(let path, let why): "cannot use the key \(path): \(why)"
        case .mismatch(let certificate, let key):
            "the key \(key) does not belong to the certificate \(certificate)"
        }
    }
}
