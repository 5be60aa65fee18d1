import Foundation
import Store

/// A file of a site that is read: from a path, or from standard input.
struct OldFile {
    let path: String
    /// `nil` for a pipe, which can be read once.
    let size: Int?
    private let handle: FileHandle

    /// `-` is standard input. Throws `FileFault`.
    init(path: String) throws {
        let isInput = path == "-"
        self.path = isInput ? "the standard input" : path
        let descriptor = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault.cannotRead(path, errno) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: !isInput)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue,
            !isInput
        {
            throw FileFault.cannotRead(path, EISDIR)
        }
        guard isatty(descriptor) == 0 else { throw FileFault.isTerminal }
        // A pipe has no end to go to.
        let end = isInput ? -1 : lseek(descriptor, 0, SEEK_END)
        size = end >= 0 ? end : nil
    }

    /// From its beginning, for a file.
    func source() throws -> SiteSource {
        let (descriptor, path) = (handle.fileDescriptor, path)
        if size != nil, lseek(descriptor, 0, SEEK_SET) < 0 {
            throw FileFault.cannotRead(path, errno)
        }
        let handle = handle
        return SiteSource { count in
            try FileWriting.read(count, from: handle.fileDescriptor, named: path)
        }
    }
}
