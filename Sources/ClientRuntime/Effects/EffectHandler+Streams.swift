import API
import Client
import Domain

extension EffectHandler {
    /// What goes on until it is cancelled or ends by itself, or has more than one thing to say.
    func stream(_ effect: Effect, _ outbox: Outbox<Message>) async {
        switch effect {
        case .startEvents: await followCommunity(outbox)
        case .startTransfers: await followTransfers(outbox)
        case .resumeSession(let server): await resume(at: server, outbox)
        case .searchCatalog(let query): await search(query, outbox)
        case .fetchDetail(let id): await detail(id, outbox)
        default: break
        }
    }

    private func followCommunity(_ outbox: Outbox<Message>) async {
        for await event in await ports.community.events() {
            switch event {
            case .connected: outbox.post(.eventsConnected)
            case .interrupted(let seconds):
                outbox.post(.eventsInterrupted(retryInSeconds: seconds))
            case .happened(let event): outbox.post(.communityHappened(event))
            case .ended(let failure): outbox.post(.eventsEnded(failure))
            }
        }
    }

    private func followTransfers(_ outbox: Outbox<Message>) async {
        do throws(CommunityFailure) {
            for await event in try await ports.transfers.start() {
                outbox.post(.transferHappened(event))
            }
        } catch {
            outbox.post(.transfersFailed(error))
        }
    }
}
