import API
import Client
import Domain

/// Questions that are answered from what was kept when the community is slow or away.
///
/// Whoever is slow is not waited for: what was kept is shown after a moment, and gives way to the
/// answer when that comes.
extension EffectHandler {
    func search(_ query: CatalogQuery, _ outbox: Outbox<Message>) async {
        // Pages after the first go on with a list that only the community has.
        guard query.status == .approved, query.page.cursor == nil else {
            outbox.post(.catalogFound(query, await ask(Endpoints.catalog, query: query)))
            return
        }
        let found = await answer {
            await ask(Endpoints.catalog, query: query)
        } meanwhile: {
            guard let kept = await ports.kept.recall(answering: query) else { return }
            outbox.post(.catalogRecalled(query, kept))
        }
        if case .success(let page) = found { await ports.kept.keep(page, answering: query) }
        outbox.post(.catalogFound(query, found))
    }

    func detail(_ id: CatalogID, _ outbox: Outbox<Message>) async {
        let found = await ask(Endpoints.catalogEntry, id.rawValue)
        switch found {
        case .success(let detail): await ports.kept.keep(detail)
        case .failure(let failure) where failure.kind == .missing: await ports.kept.drop(id)
        case .failure(let failure) where failure.kind == .unreachable:
            if let kept = await ports.kept.recall(id) {
                outbox.post(.detailFetched(id, .success(kept)))
                return
            }
        case .failure: break
        }
        outbox.post(.detailFetched(id, found))
    }

    func resume(at server: ServerAddress, _ outbox: Outbox<Message>) async {
        let resumed = await answer {
            await outcome { () async throws(CommunityFailure) in
                try await ports.community.resume(at: server)
            }
        } meanwhile: {
            guard let me = await ports.kept.recallAccount(at: server) else { return }
            outbox.post(.sessionRecalled(server, me))
        }
        if case .success(let me?) = resumed { await ports.kept.begin(me, at: server) }
        outbox.post(.sessionResumed(server, resumed))
    }

    /// The answer; `meanwhile` is done once when it takes long, or when nobody can be reached.
    private func answer<Value: Sendable>(
        _ question: @escaping @Sendable () async -> Outcome<Value>,
        meanwhile: @escaping @Sendable () async -> Void
    ) async -> Outcome<Value> {
        await withTaskGroup(of: Outcome<Value>?.self) { group in
            group.addTask { await question() }
            group.addTask {
                try? await patience()
                return nil
            }
            var isDone = false
            for await answer in group {
                switch answer {
                case .success?: break
                case .failure(let failure)? where failure.kind != .unreachable: break
                case .failure?, nil:
                    // An effect that was replaced has nothing more to say.
                    if !isDone, !Task.isCancelled { await meanwhile() }
                    isDone = true
                }
                if let answer {
                    group.cancelAll()
                    return answer
                }
            }
            return .failure(CommunityFailure(.broken, "The question was taken back."))
        }
    }
}
