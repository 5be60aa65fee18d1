package import Domain

/// The most that all torrents together may move, in bytes a second; `nil` is no limit.
package struct TransferLimits: Hashable, Sendable {
    package var download: ByteCount?
    package var upload: ByteCount?

    package init(download: ByteCount? = nil, upload: ByteCount? = nil) {
        self.download = download
        self.upload = upload
    }

    package static let none = TransferLimits()
}
