import Bencoding

extension TorrentError {
    /// Why a torrent is not read, in this program's terms.
    init(_ error: MetainfoError) {
        self =
            switch error {
            case .tooLarge: .torrentTooLarge
            case .hostileName(let path), .tooDeep(let path): .hostilePath(path)
            case .symbolicLink(let path): .symbolicLink(path)
            case .notBencode(let error): .brokenTorrent(reason: "\(error)")
            case .noInfo: .brokenTorrent(reason: "it describes no files")
            default: .brokenTorrent(reason: Self.clause("\(error)"))
            }
    }

    /// A sentence as what may follow a colon.
    private static func clause(_ sentence: String) -> String {
        sentence.prefix(1).lowercased() + sentence.dropFirst().dropLast()
    }
}
