import API
import APIClient
import Domain
import Torrents

/// Tells the server what the local client finished and sent, a batch now and then.
actor ReportSender {
    private static let betweenReceipts = Duration.seconds(60)

    private let client: APIClient
    private let receipts: ReceiptSender
    private var waiting: [TransferReport] = []
    private var attestedAt = ContinuousClock.now

    init(client: APIClient) {
        self.client = client
        receipts = ReceiptSender(client: client)
    }

    func note(_ event: TransferEvent) {
        guard let report = TransferReport(event) else { return }
        waiting.append(report)
    }

    /// What cannot be sent is dropped after a while: it is for review, and no byte depends on it.
    func flush() async {
        let batch = Array(waiting.prefix(TransferReports.most))
        guard !batch.isEmpty else { return }
        waiting.removeFirst(batch.count)
        _ = try? await client.call(
            Endpoints.reportTransfers, body: TransferReports(events: batch))
    }

    /// Attests what the session received, once a minute, beside whatever else is done.
    func attestInTime(_ session: TorrentSession) {
        guard ContinuousClock.now - attestedAt >= Self.betweenReceipts else { return }
        attestedAt = .now
        Task { await attest(session) }
    }

    func attest(_ session: TorrentSession) async {
        await receipts.note(await session.takeReceipts())
        await receipts.send()
    }
}

extension TransferReport {
    init?(_ event: TransferEvent) {
        switch event {
        case .pieceFinished(let hash, let piece):
            self.init(type: .pieceFinished, infoHash: hash, piece: piece)
        case .torrentFinished(let hash):
            self.init(type: .torrentFinished, infoHash: hash)
        case .uploadTick(let hash, let uploaded):
            self.init(type: .uploadTick, infoHash: hash, bytes: uploaded)
        case .changed, .removed, .trackerProblem, .trackerAnswered: return nil
        }
    }
}
