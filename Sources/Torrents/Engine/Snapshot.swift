internal import CTorrent
import Domain

/// One torrent as libtorrent had it at one moment.
struct Snapshot {
    var hash: InfoHash
    var state: ct_state
    var isPaused: Bool
    var isUploadOnly: Bool
    var wantsSave: Bool
    /// errno when libtorrent gave up on it, −1 for other causes, 0 for none.
    var errorNumber: Int32
    var error: String
    var peers: Int
    var seeds: Int
    var size: ByteCount
    var verified: ByteCount
    var downloadRate: ByteCount
    var uploadRate: ByteCount
    var downloaded: ByteCount
    var uploaded: ByteCount
    var name: String
    var savePath: String

    var isWhole: Bool { verified >= size && state != .checking }

    init(_ torrent: ct_torrent) {
        hash = InfoHash(copying: torrent.hash)
        state = torrent.state
        isPaused = torrent.paused
        isUploadOnly = torrent.upload_only
        wantsSave = torrent.save_wanted
        errorNumber = torrent.file_error
        error = String(cString: torrent.error)
        peers = Int(torrent.peers)
        seeds = Int(torrent.seeds)
        size = ByteCount(clamping: torrent.size)
        verified = ByteCount(clamping: torrent.verified)
        downloadRate = ByteCount(clamping: torrent.download_rate)
        uploadRate = ByteCount(clamping: torrent.upload_rate)
        downloaded = ByteCount(clamping: torrent.downloaded)
        uploaded = ByteCount(clamping: torrent.uploaded)
        let cleaned = OneLine.cleaned(String(cString: torrent.name))
        name = cleaned.isEmpty ? hash.hex : cleaned
        savePath = String(cString: torrent.save_path)
    }
}

extension InfoHash {
    /// What C calls `uint8_t[20]`.
    typealias CBytes = (
        UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8,
        UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8
    )

    init(copying bytes: CBytes) {
        self = withUnsafeBytes(of: bytes) { InfoHash(filling: Array($0)) }
    }

    init(filling bytes: [UInt8]) {
        guard let hash = InfoHash(bytes) else {
            preconditionFailure("the border hands out exactly twenty bytes")
        }
        self = hash
    }
}
