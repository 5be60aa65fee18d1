package import API
import Domain

/// What the server has yet to hear of transfers.
///
/// 1. One batch is on its way at a time, and a new one goes at most every three seconds.
/// 2. A batch that did not arrive goes again; one that the server refused does not.
/// 3. At most `limit` reports wait; of more, the oldest pieces are forgotten first, because they
///    only feed statistics.
package struct ReportOutbox: Equatable, Sendable {
    private static let limit = 2000
    private static let pause: Int64 = 3000

    package private(set) var waiting: [TransferReport] = []
    package private(set) var underWay: [TransferReport] = []
    private var sentAt: Moment?

    package init() {}

    package mutating func add(_ report: TransferReport) {
        if report.type == .uploadTick,
            let index = waiting.firstIndex(where: {
                $0.type == .uploadTick && $0.infoHash == report.infoHash
            })
        {
            let sum = (waiting[index].bytes ?? .zero) + (report.bytes ?? .zero)
            waiting[index] = TransferReport(
                type: .uploadTick, infoHash: report.infoHash, bytes: sum)
            return
        }
        waiting.append(report)
        bound()
    }

    /// The batch that is due, if there is one.
    package mutating func flush(at now: Moment) -> TransferReports? {
        guard underWay.isEmpty, !waiting.isEmpty else { return nil }
        if let sentAt, now >= sentAt, now.since(sentAt) < Self.pause { return nil }
        sentAt = now
        underWay = Array(waiting.prefix(TransferReports.most))
        waiting.removeFirst(underWay.count)
        return TransferReports(events: underWay)
    }

    package mutating func settle(failure: CommunityFailure?) {
        switch failure?.kind {
        case .unreachable, .limited, .broken: waiting = underWay + waiting
        case nil, .signedOut, .refused, .missing, .invalid: break
        }
        underWay = []
        bound()
    }

    private mutating func bound() {
        while waiting.count > Self.limit {
            let oldest = waiting.firstIndex { $0.type == .pieceFinished }
            waiting.remove(at: oldest ?? 0)
        }
    }
}
