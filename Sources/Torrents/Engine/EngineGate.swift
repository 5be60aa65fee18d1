internal import CTorrent
import Domain

/// The one place where a status of `CTorrent` becomes an error.
enum EngineGate {
    static func call(
        _ body: (UnsafeMutablePointer<ct_failure>) -> ct_result
    ) throws(TorrentError) {
        var failure = ct_failure()
        let result = body(&failure)
        guard result != .ok else { return }
        throw error(result, message: text(failure), number: failure.system_error)
    }

    private static func error(
        _ result: ct_result, message: String, number: Int32
    ) -> TorrentError {
        switch result {
        case .broken: .brokenTorrent(reason: message)
        case .system: .system(number, path: message)
        case .unknown: .noSuchTorrent
        case .cancelled: .cancelled
        case .unsafe: .hostilePath(message)
        case .changed: .fileChanged(path: message)
        case .ok, .refused: .refused(reason: message)
        }
    }

    private static func text(_ failure: ct_failure) -> String {
        withUnsafeBytes(of: failure.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
