/// Numbers in digits, without a `String` on the way.
package enum Decimal {
    /// Negative becomes zero: nothing that is counted here is.
    package static func append(_ number: Int, to bytes: inout [UInt8]) {
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var (rest, count) = (max(0, number), 0)
        repeat {
            digits[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
            count += 1
        } while rest > 0
        while count > 0 {
            count -= 1
            bytes.append(digits[count])
        }
    }
}
