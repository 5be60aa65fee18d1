/// What happened in the local torrent session, copied out of it before anybody sees it.
package enum TransferEvent: Hashable, Sendable {
    /// Every torrent whose figures changed since the last report.
    case changed([Transfer])
    case removed(InfoHash)
    case pieceFinished(InfoHash, piece: Int)
    case torrentFinished(InfoHash)
    /// Payload uploaded since the last tick of this torrent.
    case uploadTick(InfoHash, uploaded: ByteCount)
    /// The tracker refused or did not answer; the message is cleaned for one line.
    case trackerProblem(InfoHash, message: String)
    /// The tracker answered well.
    case trackerAnswered(InfoHash)
}
