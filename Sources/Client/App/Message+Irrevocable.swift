import API
import Domain

extension AppState {
    mutating func rememberIrrevocable(_ message: Message) {
        if case .downloadStarted(_, .success(let hash)) = message {
            // What came by then is somebody's decision to keep or to delete.
            remember(
                .irrevocable(.download, transfers.titles[hash] ?? transfers[hash]?.name),
                .impossible(instead: .removeInTransfers))
        } else if let title = message.irrevocable {
            remember(title, .impossible())
        }
    }
}

extension Message {
    /// What has been done and cannot be taken back; asked for, it says so.
    var irrevocable: Phrase? {
        switch self {
        case .uploadApproved(_, .success(let detail)): .irrevocable(.approve, detail.summary.title)
        case .uploadRejected(_, .success(let detail)): .irrevocable(.reject, detail.summary.title)
        case .uploadSentBack(_, .success(let detail)): .irrevocable(.sendBack, detail.summary.title)
        case .entryDeleted(_, .success): .irrevocable(.deleteEntry)
        case .userDeleted(_, .success): .irrevocable(.deleteMember)
        case .roleDeleted(_, .success): .irrevocable(.deleteRole)
        case .noteDeleted(_, _, .success): .irrevocable(.deleteNote)
        case .invitationWithdrawn(_, .success): .irrevocable(.withdrawInvitation)
        case .addressesUnbanned(_, .success), .clientUnbanned(_, .success): .irrevocable(.liftBan)
        case .ratioAdjusted(_, .success): .irrevocable(.adjustRatio)
        default: nil
        }
    }
}
