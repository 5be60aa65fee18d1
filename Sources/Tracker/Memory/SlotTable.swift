/// Numbers found by a digest of what they stand for: an open table of five bytes a place, at most
/// three quarters full, in 64 parts that grow one by one, so that no announce waits for a million
/// places to move.
///
/// It keeps no keys. Whoever asks compares what a number stands for, and says its digest again when
/// a part grows. The digest is keyed, for strangers choose what is digested.
struct SlotTable {
    private struct Part {
        var numbers: [UInt32] = []
        /// Eight bits of each digest, which spare most comparisons.
        var tags: [UInt8] = []
        var count = 0
    }

    static let none = UInt32.max
    private static let partBits: UInt64 = 6

    private var parts = [Part](repeating: Part(), count: 1 << Int(partBits))

    func find(_ digest: UInt64, where isIt: (UInt32) -> Bool) -> UInt32? {
        let index = Self.part(digest)
        let mask = parts[index].numbers.count - 1
        guard mask > 0 else { return nil }
        let tag = Self.tag(digest)
        var place = Self.home(digest) & mask
        while parts[index].numbers[place] != Self.none {
            if parts[index].tags[place] == tag, isIt(parts[index].numbers[place]) {
                return parts[index].numbers[place]
            }
            place = (place + 1) & mask
        }
        return nil
    }

    /// For a number that is not in it.
    mutating func insert(_ number: UInt32, _ digest: UInt64, digestOf: (UInt32) -> UInt64) {
        let index = Self.part(digest)
        if (parts[index].count + 1) * 4 > parts[index].numbers.count * 3 {
            grow(index, digestOf)
        }
        put(number, digest, in: index)
        parts[index].count += 1
    }

    mutating func remove(_ number: UInt32, _ digest: UInt64, digestOf: (UInt32) -> UInt64) {
        let index = Self.part(digest)
        let mask = parts[index].numbers.count - 1
        guard mask > 0 else { return }
        var place = Self.home(digest) & mask
        while parts[index].numbers[place] != number {
            guard parts[index].numbers[place] != Self.none else { return }
            place = (place + 1) & mask
        }
        parts[index].count -= 1
        // Those behind it that could stand here come forward, so that no mark need stay.
        var next = (place + 1) & mask
        while parts[index].numbers[next] != Self.none {
            let home = Self.home(digestOf(parts[index].numbers[next])) & mask
            if (next &- home) & mask >= (next &- place) & mask {
                parts[index].numbers[place] = parts[index].numbers[next]
                parts[index].tags[place] = parts[index].tags[next]
                place = next
            }
            next = (next + 1) & mask
        }
        parts[index].numbers[place] = Self.none
    }

    private mutating func put(_ number: UInt32, _ digest: UInt64, in index: Int) {
        let mask = parts[index].numbers.count - 1
        var place = Self.home(digest) & mask
        while parts[index].numbers[place] != Self.none { place = (place + 1) & mask }
        parts[index].numbers[place] = number
        parts[index].tags[place] = Self.tag(digest)
    }

    private mutating func grow(_ index: Int, _ digestOf: (UInt32) -> UInt64) {
        let old = parts[index].numbers
        let size = max(8, old.count * 2)
        parts[index].numbers = [UInt32](repeating: Self.none, count: size)
        parts[index].tags = [UInt8](repeating: 0, count: size)
        for number in old where number != Self.none { put(number, digestOf(number), in: index) }
    }

    private static func part(_ digest: UInt64) -> Int { Int(digest >> (64 - partBits)) }
    private static func tag(_ digest: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: digest) }
    private static func home(_ digest: UInt64) -> Int { Int(digest >> 8 & 0xFFFF_FFFF) }
}
