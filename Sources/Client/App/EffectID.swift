/// What an effect is cancelled by: a newer effect of the same id ends the older one.
package enum EffectID: Hashable, Sendable {
    case signIn, me, roles, settings
    case ownSessions, ownKeys
    case catalog, suggestions, facets, approvals, detail
    case stats, history, shares
    case users, userPicker, audit
    case openEvidence, closedEvidence, evidenceCase
    case member, notes, addressBans, clientBans, invitations, leaderboard
    case events, transfers, paste, reports, receipts, disk, tick, rest
}
