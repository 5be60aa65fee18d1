/// What is asked of a member in the end: by their role, by those above it, or by the settings.
package struct MemberLimits: Hashable, Sendable {
    /// Bytes up over bytes down; 0 asks for nothing.
    package let requiredRatio: Double
    /// Bytes down before the required ratio applies.
    package let graceBytes: ByteCount
    /// Torrents downloaded at once; `nil` is as many as they like.
    package let downloadSlots: Int?

    package init(_ role: RoleLimits, _ settings: CommunitySettings) {
        requiredRatio = role.requiredRatio ?? settings.requiredRatio
        graceBytes = role.graceBytes ?? settings.graceBytes
        let slots = role.downloadSlots ?? settings.downloadSlots
        downloadSlots = slots > 0 ? slots : nil
    }
}
