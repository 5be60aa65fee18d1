package import API

/// How far back the graph of the ratio goes.
package enum HistoryRange: Int, CaseIterable, Hashable, Sendable {
    case hour, day, week, month, year

    package var query: HistoryQuery {
        switch self {
        case .hour: HistoryQuery(bucket: .minute, count: 60)
        case .day: HistoryQuery(bucket: .hour, count: 24)
        case .week: HistoryQuery(bucket: .hour, count: 168)
        case .month: HistoryQuery(bucket: .day, count: 30)
        case .year: HistoryQuery(bucket: .day, count: 365)
        }
    }

    package var longer: HistoryRange { Self(rawValue: rawValue + 1) ?? self }
    package var shorter: HistoryRange { Self(rawValue: rawValue - 1) ?? self }
}
