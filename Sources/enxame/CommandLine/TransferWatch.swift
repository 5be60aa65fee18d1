import Domain
import Torrents

/// One torrent session for one command, and what happens in it as a stream.
struct TransferWatch {
    let session: TorrentSession
    let events: AsyncStream<TransferEvent>

    init(settings: TorrentSettings) throws {
        let (stream, continuation) = AsyncStream.makeStream(of: TransferEvent.self)
        events = stream
        session = try TorrentSession(settings: settings) { continuation.yield($0) }
    }
}
