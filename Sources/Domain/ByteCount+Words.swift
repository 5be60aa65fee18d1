extension ByteCount {
    /// `1,536 bytes (1.5 KiB)`: exact, and readable. Rounded down.
    package var inWords: String {
        let exact = "\(Self.grouped(bytes)) \(bytes == 1 ? "byte" : "bytes")"
        let units = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        guard bytes >= 1024 else { return exact }
        var (rest, unit) = (bytes, 0)
        while rest >= 1024 * 1024 {
            rest /= 1024
            unit += 1
        }
        return "\(exact) (\(rest / 1024).\(rest % 1024 * 10 / 1024) \(units[unit]))"
    }

    private static func grouped(_ number: Int64) -> String {
        let digits = String(number)
        return String(
            digits.enumerated().flatMap { place, digit in
                place > 0 && (digits.count - place) % 3 == 0 ? [",", digit] : [digit]
            })
    }
}
