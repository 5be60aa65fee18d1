package import Domain

/// One file of a transfer where it is, or will be, on disk.
package struct TransferFile: Hashable, Sendable {
    /// Absolute, and as the file system has it: not cleaned for a screen.
    package let path: String
    package let size: ByteCount

    package init(path: String, size: ByteCount) {
        self.path = path
        self.size = size
    }
}
