import Domain

/// A byte count as a person reads it: one decimal, binary units.
enum BinarySize {
    private static let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]

    static func text(_ count: ByteCount) -> String {
        guard count.bytes >= 1024 else { return count.bytes == 1 ? "1 byte" : "\(count) bytes" }
        // Tenths, rounded up: whoever frees as much as this says must have freed enough.
        var unit = 0
        var scale: Int64 = 1
        while unit < units.count - 1, count.bytes / scale >= 1024 {
            unit += 1
            scale *= 1024
        }
        var whole = count.bytes / scale
        var tenths = (Double(count.bytes % scale) * 10 / Double(scale)).rounded(.up)
        if tenths == 10 {
            whole += 1
            tenths = 0
        }
        return "\(whole).\(Int(tenths)) \(units[unit])"
    }
}
