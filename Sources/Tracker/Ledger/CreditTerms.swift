import Domain

/// What a byte of one torrent counts for: freeleech and upload multipliers, in hundredths so that
/// the arithmetic stays exact.
package struct CreditTerms: Hashable, Sendable {
    package static let bounds = 0...10_000

    package let uploadPercent: Int
    package let downloadPercent: Int

    /// A byte counts for a byte.
    package static let standard = CreditTerms()
    /// What is taken counts for nothing.
    package static let freeleech = CreditTerms(downloadPercent: 0)

    /// Beyond `bounds` counts as the nearer bound.
    package init(uploadPercent: Int = 100, downloadPercent: Int = 100) {
        self.uploadPercent = Self.clamped(uploadPercent)
        self.downloadPercent = Self.clamped(downloadPercent)
    }

    /// Rounded down; saturating.
    package func credit(for moved: Counters) -> Counters {
        Counters(
            up: Self.share(uploadPercent, of: moved.up),
            down: Self.share(downloadPercent, of: moved.down))
    }

    private static func clamped(_ percent: Int) -> Int {
        min(bounds.upperBound, max(bounds.lowerBound, percent))
    }

    private static func share(_ percent: Int, of count: ByteCount) -> ByteCount {
        let (hundreds, rest) = count.bytes.quotientAndRemainder(dividingBy: 100)
        let (whole, overflow) = hundreds.multipliedReportingOverflow(by: Int64(percent))
        // The rest is below 100 and the percentage at most 10,000.
        return ByteCount(clamping: overflow ? .max : whole)
            + ByteCount(clamping: rest * Int64(percent) / 100)
    }
}
