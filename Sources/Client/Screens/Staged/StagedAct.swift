package import Domain

/// What can be done with many rows at once.
package enum StagedAct: Hashable, Sendable {
    case download, pause, resume
    case remove(withData: Bool)
    case deleteEntries
    case approve, reject, sendBack
    case ban, unban
    case giveRole(RoleID, name: String)
    case withdraw
    case liftBans
    /// Takes back what this names; never staged.
    case undo(Phrase)

    /// Whether somebody is told why, or the audit log is.
    package var needsReason: Bool {
        switch self {
        case .deleteEntries, .reject, .sendBack, .ban: true
        case .download, .pause, .resume, .remove, .approve, .unban, .giveRole, .withdraw, .liftBans,
            .undo:
            false
        }
    }
}
