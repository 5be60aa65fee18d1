import Domain

/// Fields of a packet, in network order. A place beyond the end is a mistake of ours and traps.
extension Span<UInt8> {
    func bigEndian64(at place: Int) -> UInt64 {
        UInt64(bigEndian32(at: place)) << 32 | UInt64(bigEndian32(at: place + 4))
    }

    func bigEndian32(at place: Int) -> UInt32 {
        UInt32(self[place]) << 24 | UInt32(self[place + 1]) << 16
            | UInt32(self[place + 2]) << 8 | UInt32(self[place + 3])
    }

    func bytes20(at place: Int) -> Bytes20 {
        Bytes20(
            bigEndian64(at: place), bigEndian64(at: place + 8), bigEndian32(at: place + 16))
    }
}
