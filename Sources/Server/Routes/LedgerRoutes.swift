import API
import Domain
import Service
import Tracker

/// Counters, history, adjustments, and what clients report.
struct LedgerRoutes {
    let site: Site

    func mount(on router: EndpointRouter) {
        let (accounting, announcer) = (site.accounting, site.announcer)
        router.signed(Endpoints.stats) { call, caller in
            StatsBody(try await accounting.standing(of: call.id(), for: caller.actor))
        }
        router.signed(Endpoints.history) { call, caller in
            let span = HistorySpan(call.query.bucket)
            let records = try await accounting.history(
                of: call.id(), span, count: call.query.count, for: caller.actor)
            return HistoryReply(
                bucketSeconds: span.rawValue,
                points: records.map {
                    HistoryPoint(at: $0.beganAt, bytesUp: $0.up, bytesDown: $0.down)
                })
        }
        router.signed(Endpoints.shares) { call, caller in
            let shares = try await accounting.shares(of: call.id(), for: caller.actor)
            return Page(
                items: shares.map(TorrentShare.init), total: shares.count)
        }
        router.permitted(Endpoints.adjustRatio) { call, caller in
            let standing = try await accounting.adjust(
                call.id(), up: call.body.bytesUp, down: call.body.bytesDown,
                reason: call.body.reason, by: caller.actor)
            announcer.adjusted(call.id(), up: call.body.bytesUp, down: call.body.bytesDown)
            return StatsBody(standing)
        }
        router.signed(Endpoints.reportTransfers) { call, caller in
            guard call.body.events.count <= TransferReports.most else {
                throw ServiceError.invalid(
                    field: "events", "At most \(TransferReports.most) events at once.")
            }
            guard call.body.events.allSatisfy({ (0...Int(Int32.max)).contains($0.piece ?? 0) })
            else {
                throw ServiceError.invalid(
                    field: "piece", "A piece is a whole number from 0 to \(Int32.max).")
            }
            try await accounting.keep(
                call.body.events.map(TransferNote.init), of: caller.actor)
            return Nothing()
        }
    }
}

extension TorrentShare {
    fileprivate init(_ share: Share) {
        var owed: (until: Timestamp?, bytes: ByteCount?) = (nil, nil)
        if case .owes(let until, let bytes) = share.seeding { owed = (until, bytes) }
        self.init(
            catalogId: share.entry?.id, title: share.entry?.title, bytesUp: share.credited.up,
            bytesDown: share.credited.down, isActive: share.isActive, owedUntil: owed.until,
            owedBytes: owed.bytes)
    }
}

extension HistorySpan {
    fileprivate init(_ bucket: HistoryBucket) {
        self =
            switch bucket {
            case .minute: .minute
            case .hour: .hour
            case .day: .day
            }
    }
}

extension TransferNote {
    fileprivate init(_ report: TransferReport) {
        let kind: Kind =
            switch report.type {
            case .pieceFinished: .pieceFinished
            case .torrentFinished: .torrentFinished
            case .uploadTick: .uploadTick
            }
        self.init(kind: kind, infoHash: report.infoHash, piece: report.piece, bytes: report.bytes)
    }
}
