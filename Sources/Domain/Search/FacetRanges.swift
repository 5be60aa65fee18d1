/// Sizes as people tell them apart, each with what one types to find it.
package enum SizeRange: String, CaseIterable, Codable, Sendable {
    case small, medium, large, huge

    package var term: String {
        switch self {
        case .small: "size<100M"
        case .medium: "size>=100M size<1G"
        case .large: "size>=1G size<10G"
        case .huge: "size>=10G"
        }
    }

    /// `bytes`: of all files of an entry.
    package func contains(_ bytes: Int64) -> Bool {
        switch self {
        case .small: bytes < 100 << 20
        case .medium: (100 << 20..<1 << 30).contains(bytes)
        case .large: (1 << 30..<10 << 30).contains(bytes)
        case .huge: bytes >= 10 << 30
        }
    }
}

/// Ages as people tell them apart. Each holds those before it: what is of today is of this week.
package enum AgeRange: String, CaseIterable, Codable, Sendable {
    case day, week, month, year, older

    package var term: String {
        switch self {
        case .day: "age<1d"
        case .week: "age<7d"
        case .month: "age<30d"
        case .year: "age<365d"
        case .older: "age>=365d"
        }
    }

    /// `seconds`: since it was published.
    package func contains(_ seconds: Int64) -> Bool {
        let day: Int64 = 86_400
        return switch self {
        case .day: seconds < day
        case .week: seconds < 7 * day
        case .month: seconds < 30 * day
        case .year: seconds < 365 * day
        case .older: seconds >= 365 * day
        }
    }
}
