import API
import Client
import Domain

extension EffectHandler {
    /// What changes something; `nil` when the effect is something else, or says nothing.
    func act(_ effect: Effect) async -> Message? {
        switch effect {
        case .changePassword(let change):
            .passwordChanged(await send(Endpoints.changePassword, body: change))
        case .deleteEntry(let id, let reason):
            .entryDeleted(id, await send(Endpoints.deleteEntry, id.rawValue, body: reason))
        case .approve(let id):
            .uploadApproved(id, await ask(Endpoints.approve, id.rawValue))
        case .reject(let id, let reason):
            .uploadRejected(id, await send(Endpoints.reject, id.rawValue, body: reason))
        case .sendBack(let id, let reason):
            .uploadSentBack(id, await send(Endpoints.sendBack, id.rawValue, body: reason))
        case .adjustRatio(let id, let adjustment):
            .ratioAdjusted(
                id, await send(Endpoints.adjustRatio, id.rawValue, body: adjustment))
        case .createUser(let user):
            .userCreated(await send(Endpoints.createUser, body: user))
        case .changeRoleOfUser(let id, let patch):
            .userChanged(await send(Endpoints.changeUser, id.rawValue, body: patch))
        case .banUser(let id, let ban):
            .userChanged(await send(Endpoints.banUser, id.rawValue, body: ban))
        case .unbanUser(let id): .userChanged(await ask(Endpoints.unbanUser, id.rawValue))
        case .createRole(let role):
            .roleSaved(await send(Endpoints.createRole, body: role))
        case .changeRole(let id, let patch):
            .roleSaved(await send(Endpoints.changeRole, id.rawValue, body: patch))
        case .deleteRole(let id, let deletion):
            .roleDeleted(id, await send(Endpoints.deleteRole, id.rawValue, body: deletion))
        case .changeSettings(let patch):
            .settingsChanged(await send(Endpoints.changeSettings, body: patch))
        case .download(let id, _): await download(id)
        case .limitTransfers(let limits):
            .transfersLimited(
                await outcome { () async throws(CommunityFailure) in
                    try await ports.transfers.limit(to: limits)
                    return Nothing()
                })
        case .openFiles(let hash, let name):
            .filesOpened(
                name: name,
                await outcome { () async throws(CommunityFailure) in
                    try await ports.desktop.open(path: try await ports.transfers.path(of: hash))
                    return Nothing()
                })
        default: await staffAct(effect)
        }
    }

    private func download(_ id: CatalogID) async -> Message {
        .downloadStarted(
            id,
            await outcome { () async throws(CommunityFailure) in
                try await ports.transfers.add(
                    torrent: try await ports.community.torrentFile(id))
            })
    }

    /// What shows by its events, or not at all; only a failure is told.
    func quietAct(_ effect: Effect) async -> Message? {
        switch effect {
        case .pauseTransfers(let hashes):
            return await each(hashes) { hash async throws(CommunityFailure) in
                try await ports.transfers.pause(hash)
            }
        case .resumeTransfers(let hashes):
            return await each(hashes) { hash async throws(CommunityFailure) in
                try await ports.transfers.resume(hash)
            }
        case .removeTransfers(let hashes, let withData):
            return await each(hashes) { hash async throws(CommunityFailure) in
                try await ports.transfers.remove(hash, withData: withData)
            }
        case .announceTo(let url):
            do {
                try await ports.transfers.announce(to: url)
            } catch {
                return .transfersFailed(error)
            }
        case .sendReceipts: await ports.community.attest(await ports.transfers.receipts())
        case .stopTransfers: await ports.transfers.stop()
        case .signOut: await ports.community.signOut()
        case .dropKept: await ports.kept.dropAll()
        case .rememberServer(let server, let username):
            await ports.memory.remember(RememberedServer(address: server, username: username))
        case .forgetServer(let server): await ports.memory.forget(server)
        case .rememberTheme(let name): await ports.memory.rememberTheme(name)
        case .rememberStart: await ports.memory.rememberStart()
        case .rememberColumns(let columns): await ports.memory.rememberColumns(columns)
        case .rememberLimits(let limits): await ports.memory.rememberLimits(limits)
        default: break
        }
        return nil
    }

    /// All of them, whatever happens to one; the last failure is told.
    private func each(
        _ hashes: [InfoHash], _ body: (InfoHash) async throws(CommunityFailure) -> Void
    ) async -> Message? {
        var message: Message?
        for hash in hashes {
            do throws(CommunityFailure) {
                try await body(hash)
            } catch {
                message = .transferRefused(hash, error)
            }
        }
        return message
    }
}
