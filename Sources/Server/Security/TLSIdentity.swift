import Foundation
import NIOSSL
import Synchronization

/// The certificate that the listeners show, and its key. Both are read again when they were renewed.
package final class TLSIdentity: Sendable {
    private let certificate: String
    private let key: String
    private let context: Mutex<NIOSSLContext>

    /// Two PEM files: the certificate with those that lead to a root behind it, and its key.
    package init(certificate: String, key: String) throws(TLSFault) {
        self.certificate = certificate
        self.key = key
        context = Mutex(try Self.read(certificate, key))
    }

    /// For connections from now on. What was read before stays where the new files are no good.
    package func reload() throws(TLSFault) {
        let read = try Self.read(certificate, key)
        context.withLock { $0 = read }
    }

    func handler() -> NIOSSLServerHandler {
        NIOSSLServerHandler(context: context.withLock { $0 })
    }

    private static func read(_ certificate: String, _ key: String) throws(TLSFault) -> NIOSSLContext
    {
        let chain = try bytes(certificate) { .certificate(path: certificate, $0) }
        let secret = try bytes(key) { .key(path: key, $0) }
        guard let certificates = try? NIOSSLCertificate.fromPEMBytes(chain), !certificates.isEmpty
        else { throw .certificate(path: certificate, "it holds no certificate in PEM") }
        guard let privateKey = try? NIOSSLPrivateKey(bytes: secret, format: .pem) else {
            throw .key(path: key, "it holds no private key in PEM, without a passphrase")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) },
            privateKey: .privateKey(privateKey))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        guard let context = try? NIOSSLContext(configuration: configuration) else {
            throw .mismatch(certificate: certificate, key: key)
        }
        return context
    }

    private static func bytes(
        _ path: String, _ fault: (String) -> TLSFault
    ) throws(TLSFault) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw fault(
                FileManager.default.fileExists(atPath: path)
                    ? "it cannot be read" : "there is no such file")
        }
        return [UInt8](data)
    }
}

/// One is another, however alike: what it holds may change.
extension TLSIdentity: Hashable {
    package static func == (a: TLSIdentity, b: TLSIdentity) -> Bool { a === b }
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
