import Domain
import Glibc

extension TorrentError {
    /// What errno means for a path, in this program's terms.
    static func system(_ number: Int32, path: String) -> TorrentError {
        switch number {
        case ENOSPC, EDQUOT: .diskFull(folder: FolderPath.parent(of: path), missing: nil)
        case ENOENT: .fileMissing(path: path)
        case EACCES, EPERM: .notReadable(path: path)
        case EROFS: .notWritable(folder: FolderPath.parent(of: path))
        case ELOOP: .symbolicLink(path)
        default: .inputOutput(path: path, reason: reason(number))
        }
    }

    static func reason(_ number: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
        return String(
            decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
