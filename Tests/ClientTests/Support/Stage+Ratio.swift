import API
import Client
import Domain

extension Stage {
    /// The ledger answers what the pane asked it.
    mutating func showRatio() {
        guard let subject = state.ratioSubject else { return }
        let query = state.ratio.range.query
        let points = (0..<query.count).compactMap { bucket -> HistoryPoint? in
            // Nights are quiet.
            let hour = bucket % 24
            guard hour > 4 else { return nil }
            let wave = Int64(5 + 78 * (10 - abs(hour - 14)) / 10 + bucket % 7)
            return HistoryPoint(
                at: Sample.now.timestamp.adding(
                    seconds: -Int64(query.count - 1 - bucket) * query.bucket.seconds),
                bytesUp: wave * 40_000_000, bytesDown: (100 - wave) * 20_000_000)
        }
        send(
            .historyFetched(
                subject.id, query,
                .success(HistoryReply(bucketSeconds: query.bucket.seconds, points: points))),
            .sharesFetched(
                subject.id,
                .success([
                    share(1, "Relatório de Segurança 2026", up: 58.2, down: 0.014, isActive: true),
                    share(2, "Aula 07: sistemas distribuídos", up: 12, down: 0.77, isActive: true),
                    share(
                        4, "Fotos do encontro 2025", up: 8.1, down: 2.04, isActive: false,
                        owedUntil: Sample.now.timestamp.adding(seconds: 2 * 86_400)),
                    share(9, nil, up: 0.2, down: 3.9, isActive: false),
                ])))
    }

    private func share(
        _ id: Int64, _ title: String?, up: Double, down: Double, isActive: Bool,
        owedUntil: Timestamp? = nil
    ) -> TorrentShare {
        TorrentShare(
            catalogId: title == nil ? nil : CatalogID(id), title: title,
            bytesUp: Sample.bytes(up), bytesDown: Sample.bytes(down), isActive: isActive,
            owedUntil: owedUntil, owedBytes: owedUntil.map { _ in Sample.bytes(1.2) })
    }
}
