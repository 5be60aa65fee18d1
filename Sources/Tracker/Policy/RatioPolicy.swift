package import Domain

/// What a member must give back before starting more.
package struct RatioPolicy: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case allowed
        /// So many bytes up are missing; never zero.
        case owes(ByteCount)
    }

    /// Bytes up over bytes down in thousandths, so that the verdict is exact.
    private let requiredPermille: UInt64
    /// Up to so many bytes down nothing is asked.
    package let grace: ByteCount

    /// A ratio that is no number or out of the settings' range counts as the nearest that is.
    package init(requiredRatio: Double, grace: ByteCount) {
        let range = CommunitySettings.requiredRatios
        let ratio = requiredRatio.isNaN ? 0 : requiredRatio
        let bounded = min(range.upperBound, max(range.lowerBound, ratio))
        requiredPermille = UInt64((bounded * 1000).rounded())
        self.grace = grace
    }

    package var requiredRatio: Double { Double(requiredPermille) / 1000 }

    package func verdict(up: ByteCount, down: ByteCount) -> Verdict {
        guard down > grace else { return .allowed }
        let owed = needed(for: down) - up
        return owed == .zero ? .allowed : .owes(owed)
    }

    /// The bytes up that keep the ratio, rounded up; saturating.
    private func needed(for down: ByteCount) -> ByteCount {
        let product = UInt64(down.bytes.magnitude).multipliedFullWidth(by: requiredPermille)
        guard product.high < 1000 else { return ByteCount(clamping: .max) }
        let (quotient, remainder) = UInt64(1000).dividingFullWidth(product)
        let (roundedUp, overflow) = quotient.addingReportingOverflow(remainder == 0 ? 0 : 1)
        return ByteCount(clamping: overflow ? .max : Int64(clamping: roundedUp))
    }
}
