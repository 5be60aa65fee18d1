package import Domain

/// What a torrent counts for: now, and in the periods that are planned.
package struct TermsBody: Codable, Hashable, Sendable {
    package let uploadPercent: Int
    package let downloadPercent: Int
    /// When it will count for something else; absent where nothing is planned.
    package let until: Timestamp?
    /// Those that are not over. Of several that hold at once each counter gets the best.
    package let periods: [TermsPeriodBody]

    package init(
        uploadPercent: Int, downloadPercent: Int, until: Timestamp?, periods: [TermsPeriodBody]
    ) {
        self.uploadPercent = uploadPercent
        self.downloadPercent = downloadPercent
        self.until = until
        self.periods = periods
    }
}

package struct TermsPeriodBody: Codable, Hashable, Sendable {
    /// What a byte up counts for, in hundredths; 200 is double.
    package let uploadPercent: Int
    /// What a byte down counts for, in hundredths; 0 is freeleech.
    package let downloadPercent: Int
    /// Left out for now; what has passed is now, too.
    package let from: Timestamp?
    /// Left out for good.
    package let until: Timestamp?

    package init(
        uploadPercent: Int, downloadPercent: Int, from: Timestamp? = nil, until: Timestamp? = nil
    ) {
        self.uploadPercent = uploadPercent
        self.downloadPercent = downloadPercent
        self.from = from
        self.until = until
    }
}

/// All periods as they shall be: what is not in it ends.
package struct TermsChange: Codable, Hashable, Sendable {
    package static let percents = 0...10_000
    package static let mostPeriods = 20

    package let periods: [TermsPeriodBody]
    package let reason: String

    package init(periods: [TermsPeriodBody], reason: String) {
        self.periods = periods
        self.reason = reason
    }
}
