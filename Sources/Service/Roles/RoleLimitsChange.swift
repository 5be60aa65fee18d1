package import Domain

/// What is to change of a role's limits; `nil` stays as it is.
package struct RoleLimitsChange: Hashable, Sendable {
    package var requiredRatio: FieldChange<Double>?
    package var graceBytes: FieldChange<ByteCount>?
    package var downloadSlots: FieldChange<Int>?

    package init(
        requiredRatio: FieldChange<Double>? = nil, graceBytes: FieldChange<ByteCount>? = nil,
        downloadSlots: FieldChange<Int>? = nil
    ) {
        self.requiredRatio = requiredRatio
        self.graceBytes = graceBytes
        self.downloadSlots = downloadSlots
    }

    /// Throws `ServiceError.invalid` with the first field that is out of bounds.
    func applied(to old: RoleLimits) throws(ServiceError) -> RoleLimits {
        var new = old
        if let requiredRatio {
            if let ratio = requiredRatio.value, !CommunitySettings.requiredRatios.contains(ratio) {
                throw .invalid(
                    field: "required_ratio", "A required ratio is a number from 0 to 100.")
            }
            // As it is kept, so that what is read back is what was written.
            new.requiredRatio = requiredRatio.value.map { ($0 * 1000).rounded() / 1000 }
        }
        if let graceBytes {
            if let grace = graceBytes.value, grace > CommunitySettings.mostGrace {
                throw .invalid(
                    field: "grace_bytes",
                    "A grace is at most \(CommunitySettings.mostGrace) bytes.")
            }
            new.graceBytes = graceBytes.value
        }
        if let downloadSlots {
            let bounds = CommunitySettings.slotCounts
            if let slots = downloadSlots.value, !bounds.contains(slots) {
                throw .invalid(
                    field: "download_slots",
                    "Slots are a whole number from 0, as many as they like, to \(bounds.upperBound)."
                )
            }
            new.downloadSlots = downloadSlots.value
        }
        return new
    }
}

extension RoleLimits {
    /// For the audit log; empty where the role has no word of its own.
    var words: String {
        [
            requiredRatio.map { ", ratio \($0)" }, graceBytes.map { ", grace \($0)" },
            downloadSlots.map { ", slots \($0)" },
        ].compactMap(\.self).joined()
    }
}
