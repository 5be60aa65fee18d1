/// The effects that are running, each a task.
///
/// 1. At most one effect of an id runs: starting another cancels it.
/// 2. Once cancelled, nothing that it posts is delivered (`isLive` is false).
/// 3. Used by the loop's thread alone.
final class EffectRunner<Message: Sendable> {
    private struct Run {
        let id: AnyHashable?
        let task: Task<Void, Never>
    }

    private let mailbox: Mailbox<Message>
    private var runs: [EffectToken: Run] = [:]
    private var tokens: [AnyHashable: EffectToken] = [:]
    private var lastNumber: UInt64 = 0

    init(mailbox: Mailbox<Message>) { self.mailbox = mailbox }

    func start(id: AnyHashable?, _ operation: @escaping @Sendable (Outbox<Message>) async -> Void) {
        if let id { cancel(id) }
        lastNumber += 1
        let token = EffectToken(number: lastNumber)
        let mailbox = mailbox
        let task = Task.detached {
            await operation(Outbox(mailbox: mailbox, sender: token))
            mailbox.post(.effectEnded(token))
        }
        runs[token] = Run(id: id, task: task)
        if let id { tokens[id] = token }
    }

    func cancel(_ id: AnyHashable) {
        guard let token = tokens.removeValue(forKey: id) else { return }
        runs.removeValue(forKey: token)?.task.cancel()
    }

    func cancelAll() {
        for run in runs.values { run.task.cancel() }
        runs = [:]
        tokens = [:]
    }

    func isLive(_ token: EffectToken) -> Bool { runs[token] != nil }

    func ended(_ token: EffectToken) {
        guard let run = runs.removeValue(forKey: token), let id = run.id else { return }
        tokens[id] = nil
    }

    /// Cancels the questions and streams and hands over the acts that have begun.
    func release() -> [Task<Void, Never>] {
        let acts = runs.values.filter { $0.id == nil }.map(\.task)
        for id in Array(tokens.keys) { cancel(id) }
        runs = [:]
        return acts
    }
}
