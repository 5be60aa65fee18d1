package import Domain

/// What can go wrong with torrents, named by what went wrong; `description` says it to a user.
package enum TorrentError: Error, Hashable, Sendable {
    case brokenTorrent(reason: String)
    case torrentTooLarge
    /// A name that would leave its folder or cannot be shown.
    case hostilePath(String)
    case symbolicLink(String)
    case diskFull(folder: String, missing: ByteCount?)
    case notWritable(folder: String)
    case notReadable(path: String)
    case fileMissing(path: String)
    /// What is on disk is not what the torrent describes.
    case dataDiffers(path: String)
    /// A file was written to while it was read.
    case fileChanged(path: String)
    case nothingToShare(path: String)
    case noSuchTorrent
    /// Another program holds the state folder.
    case stateInUse(folder: String)
    case cannotListen(on: String)
    case inputOutput(path: String, reason: String)
    case cancelled
    case sessionClosed
    case refused(reason: String)
}

extension TorrentError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .brokenTorrent(let reason): "this is not a usable torrent: \(shown(reason))"
        case .torrentTooLarge: "the torrent file is larger than 10 MB"
        case .hostilePath(let path): "the torrent holds an unsafe file name: \(shown(path))"
        case .symbolicLink(let path): "\(shown(path)) is a symbolic link, and links are not shared"
        case .diskFull(let folder, let missing?) where missing > .zero:
            "disk full on \(shown(folder)): \(BinarySize.text(missing)) short"
        case .diskFull(let folder, _): "disk full on \(shown(folder))"
        case .notWritable(let folder): "\(shown(folder)) cannot be written to"
        case .notReadable(let path): "\(shown(path)) cannot be read"
        case .fileMissing(let path): "\(shown(path)) is missing"
        case .dataDiffers(let path): "what is in \(shown(path)) is not what the torrent describes"
        case .fileChanged(let path): "\(shown(path)) changed while it was read"
        case .nothingToShare(let path): "there is no file to share in \(shown(path))"
        case .noSuchTorrent: "there is no such transfer"
        case .stateInUse(let folder): "another Enxame is using \(shown(folder))"
        case .cannotListen(let address): "cannot listen for peers on \(shown(address))"
        case .inputOutput(let path, let reason): "\(shown(path)): \(shown(reason))"
        case .cancelled: "cancelled"
        case .sessionClosed: "the transfers have been shut down"
        case .refused(let reason): shown(reason)
        }
    }

    /// Fit for one line, whoever chose it.
    private func shown(_ text: String) -> String {
        let line = OneLine.cleaned(text)
        return line.count > Self.longest ? line.prefix(Self.longest) + "…" : line
    }

    private static var longest: Int { 300 }
}
