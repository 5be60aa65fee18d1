/// A request that is written again and again into one place.
///
/// `@unchecked Sendable`: a generator owns it and is handed to one thread, which alone writes and
/// reads it until it hands the generator back.
final class RequestBytes: @unchecked Sendable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    let start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    func clear() { count = 0 }

    func add(_ byte: UInt8) {
        precondition(count < capacity)
        start[count] = byte
        count += 1
    }

    func add(_ bytes: some Collection<UInt8>) { for byte in bytes { add(byte) } }

    func add(bigEndian number: some FixedWidthInteger) {
        var shift = number.bitWidth - 8
        while shift >= 0 {
            add(UInt8(truncatingIfNeeded: number >> shift))
            shift -= 8
        }
    }

    /// In digits.
    func add(decimal number: Int64) {
        var (rest, power) = (number, Int64(1))
        while rest / 10 >= power { power *= 10 }
        while power > 0 {
            add(UInt8(ascii: "0") + UInt8(rest / power))
            rest %= power
            power /= 10
        }
    }

    func add(escaped bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            add(UInt8(ascii: "%"))
            add(Self.digits[Int(byte >> 4)])
            add(Self.digits[Int(byte & 15)])
        }
    }
}
