import API

extension CommunityEvent.Kind {
    /// Whether somebody of the staff may have done it, so that the audit log has grown.
    var isOftenAnAct: Bool {
        switch self {
        case .catalogApproved, .catalogRejected, .catalogDeleted, .catalogSentBack,
            .catalogChanged, .rolesChanged, .userChanged:
            true
        case .uploadPending, .torrentDeleted, .swarmChanged, .ratioChanged, .meChanged,
            .sessionEnded:
            false
        }
    }
}
