import API
import Client
import Domain

extension EffectHandler {
    func answer(_ request: AccountRequest) async -> AccountAnswer {
        switch request {
        case .sessions: .sessions(await ask(Endpoints.ownSessions).map(\.items))
        case .endSession(let id):
            .sessionEnded(id, await ask(Endpoints.endOwnSession, id.rawValue))
        case .endOtherSessions: .otherSessionsEnded(await ask(Endpoints.endOtherSessions))
        case .keys: .keys(await ask(Endpoints.apiKeys).map(\.items))
        case .createKey(let key): .keyCreated(await send(Endpoints.createAPIKey, body: key))
        case .deleteKey(let id): .keyDeleted(id, await ask(Endpoints.deleteAPIKey, id.rawValue))
        case .resetPasskey: .passkeyReset(await ask(Endpoints.resetPasskey))
        case .beginSecondFactor(let request):
            .secondFactorBegun(await send(Endpoints.beginSecondFactor, body: request))
        case .confirmSecondFactor(let code):
            .secondFactorConfirmed(await send(Endpoints.confirmSecondFactor, body: code))
        case .removeSecondFactor(let removal):
            .secondFactorRemoved(await send(Endpoints.removeSecondFactor, body: removal))
        }
    }
}
