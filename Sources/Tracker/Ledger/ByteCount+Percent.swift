import Domain

extension ByteCount {
    /// So many hundredths of it; saturating.
    func percent(_ percent: Int64) -> ByteCount {
        let (hundreds, rest) = bytes.quotientAndRemainder(dividingBy: 100)
        let (whole, overflow) = hundreds.multipliedReportingOverflow(by: percent)
        return ByteCount(clamping: overflow ? .max : whole)
            + ByteCount(clamping: rest * percent / 100)
    }
}
