import API
package import Client

/// Turns each effect into work on the ports, and what comes of it into messages.
///
/// Cancelling and ordering are the loop's: an effect with an id is a question or a stream that a
/// newer one replaces, an effect without one is an act that is finished once begun.
package struct EffectHandler: Sendable {
    let ports: Ports
    /// Throws when it is cancelled.
    let pause: @Sendable () async throws -> Void
    /// As `pause`, of keys.
    let rest: @Sendable () async throws -> Void
    let patience: @Sendable () async throws -> Void

    /// - Parameters:
    ///   - pause: how long somebody may go on typing before suggestions are asked for, so that a
    ///     key held down asks once.
    ///   - rest: how long a digit may yet become a count.
    ///   - patience: how long the community may take before what was kept of it is shown.
    package init(
        _ ports: Ports,
        pause: @escaping @Sendable () async throws -> Void = {
            try await Task.sleep(for: .milliseconds(120))
        },
        rest: @escaping @Sendable () async throws -> Void = {
            try await Task.sleep(for: .milliseconds(350))
        },
        patience: @escaping @Sendable () async throws -> Void = {
            try await Task.sleep(for: .milliseconds(700))
        }
    ) {
        self.ports = ports
        self.pause = pause
        self.rest = rest
        self.patience = patience
    }

    package func plan(_ effect: Effect) -> EffectPlan<Message> {
        switch effect {
        case .setTick(let milliseconds): .tick(every: .milliseconds(milliseconds))
        case .cancel(let id): .cancel(id: id)
        case .cancelAll: .cancelAll
        case .redraw: .redraw
        case .copy(let text): .copy(text)
        case .suspend: .suspend
        case .quit: .quit
        default:
            .start(id: effect.id.map(AnyHashable.init)) { outbox in
                await run(effect, outbox)
            }
        }
    }

    private func run(_ effect: Effect, _ outbox: Outbox<Message>) async {
        if case .step(let number, let act) = effect {
            outbox.post(.stepped(number, await self.act(act)))
        } else if effect == .awaitRest {
            // A key that came meanwhile has ended it, and then nothing is posted.
            if (try? await rest()) != nil { outbox.post(.keysRested) }
        } else if case .account(let request) = effect {
            outbox.post(.accountAnswered(await answer(request)))
        } else if let message = await question(effect) {
            outbox.post(message)
        } else if let message = await act(effect) {
            outbox.post(message)
        } else {
            await stream(effect, outbox)
        }
    }

    /// What `body` brought, or why it did not.
    func outcome<Value>(
        _ body: () async throws(CommunityFailure) -> Value
    ) async -> Outcome<Value> {
        do {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
}
