import Client
import Domain

/// `limits.json`: bytes a second each; what is not there is not limited.
struct KeptLimits: Codable, Sendable {
    var download: Int64?
    var upload: Int64?

    static func file(in folders: ClientFolders) -> StateFile<KeptLimits> {
        StateFile("limits.json", in: folders)
    }

    init(_ limits: TransferLimits) {
        download = limits.download?.bytes
        upload = limits.upload?.bytes
    }

    var limits: TransferLimits {
        func limit(_ bytes: Int64?) -> ByteCount? {
            bytes.flatMap { ByteCount($0) }.flatMap { $0 == .zero ? nil : $0 }
        }
        return TransferLimits(download: limit(download), upload: limit(upload))
    }
}
