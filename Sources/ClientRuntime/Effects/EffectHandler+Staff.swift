import API
import Client
import Domain

extension EffectHandler {
    /// What the staff does to members, bans and invitations.
    func staffAct(_ effect: Effect) async -> Message? {
        switch effect {
        case .deleteUser(let id, let reason):
            .userDeleted(id, await send(Endpoints.deleteUser, id.rawValue, body: reason))
        case .removeMembersSecondFactor(let id, let reason):
            .membersSecondFactorRemoved(
                id,
                await send(Endpoints.removeMembersSecondFactor, id.rawValue, body: reason))
        case .addNote(let id, let note):
            .noteAdded(id, await send(Endpoints.addNote, id.rawValue, body: note))
        case .deleteNote(let id, let note):
            .noteDeleted(id, note, await ask(Endpoints.deleteNote, id.rawValue, note))
        case .reviewEvidence(let id, let review):
            .evidenceReviewed(id, await send(Endpoints.reviewEvidence, id, body: review))
        case .banAddresses(let ban):
            .addressesBanned(await send(Endpoints.banAddresses, body: ban))
        case .banClient(let ban): .clientBanned(await send(Endpoints.banClient, body: ban))
        case .unbanAddresses(let id):
            .addressesUnbanned(id, await ask(Endpoints.unbanAddresses, id))
        case .unbanClient(let id): .clientUnbanned(id, await ask(Endpoints.unbanClient, id))
        case .invite(let invitation): .invited(await send(Endpoints.invite, body: invitation))
        case .withdrawInvitation(let id):
            .invitationWithdrawn(id, await ask(Endpoints.withdrawInvitation, id.rawValue))
        default: await quietAct(effect)
        }
    }
}
