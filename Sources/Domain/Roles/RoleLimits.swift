/// What a role asks of its members otherwise than the settings do; `nil` is as its parent has it.
package struct RoleLimits: Hashable, Sendable {
    /// Bytes up over bytes down, to three places; 0 asks for nothing.
    package var requiredRatio: Double?
    /// Bytes down before the required ratio applies.
    package var graceBytes: ByteCount?
    /// Torrents downloaded at once; 0 is as many as they like.
    package var downloadSlots: Int?

    package static let none = RoleLimits()

    package init(
        requiredRatio: Double? = nil, graceBytes: ByteCount? = nil, downloadSlots: Int? = nil
    ) {
        self.requiredRatio = requiredRatio
        self.graceBytes = graceBytes
        self.downloadSlots = downloadSlots
    }

    /// With the word of another where this one has none.
    package func filled(from other: RoleLimits) -> RoleLimits {
        RoleLimits(
            requiredRatio: requiredRatio ?? other.requiredRatio,
            graceBytes: graceBytes ?? other.graceBytes,
            downloadSlots: downloadSlots ?? other.downloadSlots)
    }
}

extension RoleTree {
    /// The role's own word, else that of the nearest above it that has one.
    package func limits(of id: RoleID) -> RoleLimits {
        lineage(of: id).reduce(.none) { $0.filled(from: $1.limits) }
    }
}
