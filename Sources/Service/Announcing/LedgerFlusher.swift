import Domain
import Synchronization
import Tracker

/// Writes what announces change, batch after batch, each in one transaction.
///
/// A batch that cannot be written is kept and tried again before any other; what comes meanwhile
/// gathers in memory, where a session has one record however often it announces. Large batches go
/// into the journal, which is applied every few seconds, in pieces between which batches are written.
final class LedgerFlusher: Sendable {
    /// From the first announce of a batch to its commit; with the commit itself, what is not on
    /// disk is a quarter of a second behind at most.
    private static let pause = Duration.milliseconds(50)
    /// The same where every client waits for its batch; more gathers while the one before is written.
    private static let sharedPause = Duration.milliseconds(5)
    /// Servers of one database contradict each other, and connections break: nobody is told of it
    /// before this.
    private static let patience = Duration.seconds(1)
    private static let readingPause = Duration.milliseconds(5)
    private static let pauseAfterSlip = Duration.milliseconds(20)
    private static let pauseAfterFailure = Duration.milliseconds(500)
    /// For how long a batch is tried when the server goes down.
    private static let lastPatience = Duration.seconds(2)
    /// For this many changed swarms in a batch are open streams told one by one.
    private static let mostTold = 100

    typealias Told = @Sendable (Bool) -> Void

    /// What is written, and who hears of it.
    struct Work: Sendable {
        /// The batch under way, and its number; the next one begins.
        let take: @Sendable () -> (UInt64, LedgerBatch)
        /// Whether there is anything in it.
        let hasMore: @Sendable () -> Bool
        /// What members were credited beyond what was foreseen, or `nil` where a batch could not be
        /// written.
        let told: @Sendable ([UserID: LedgerDifference]?) -> Void
    }

    private struct State {
        var waiting: [UInt64: [Told]] = [:]
        /// Batches up to this one are on disk.
        var written: UInt64 = 0
        /// Since when what is being written has waited.
        var writingSince: ContinuousClock.Instant?
        var isEnding = false
        var isOver = false
        var lags = CommitLags()
        var backlog = JournalBacklog()
    }

    private let store: any LedgerBatchStore
    private let catalog: any CatalogStore
    private let notices: NoticeBoard
    private let state = Mutex(State())
    private let (signals, signal) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
    /// Names this flusher in the database: a batch of it is written once.
    private let writer = Int64.random(in: 1 ... .max)

    init(store: any LedgerBatchStore, catalog: any CatalogStore, notices: NoticeBoard) {
        self.store = store
        self.catalog = catalog
        self.notices = notices
    }

    /// There is something to write.
    func begins() { signal.yield() }

    /// No more comes: what there is is written, if it can be, and `run` returns.
    func end() {
        state.withLock { $0.isEnding = true }
        signal.finish()
    }

    var isWriting: Bool { state.withLock { $0.writingSince != nil } }

    /// For how long what is being written has waited, and how long what was written had.
    var figures: (behind: Duration, lags: CommitLags, backlog: JournalBacklog) {
        state.withLock { state in
            (
                state.writingSince.map { ContinuousClock.now - $0 } ?? .zero, state.lags,
                state.backlog
            )
        }
    }

    func whenWritten(_ batch: UInt64, _ told: @escaping Told) {
        let known: Bool? = state.withLock { state in
            if state.written >= batch { return true }
            if state.isOver { return false }
            state.waiting[batch, default: []].append(told)
            return nil
        }
        if let known { return told(known) }
        begins()
    }

    /// Whoever cancels the task ends it as `end` does: a write that has begun goes on.
    func run(_ work: Work) async {
        let writing = Task { await write(work) }
        await withTaskCancellationHandler {
            await writing.value
        } onCancel: {
            end()
        }
    }

    private func write(_ work: Work) async {
        for await _ in signals {
            let began = ContinuousClock.now
            try? await Task.sleep(for: store.isShared ? Self.sharedPause : Self.pause)
            await flush(work, since: began)
            if backlog.isDue(at: .now) { await applyJournal(work) }
            if work.hasMore() { begins() }
        }
        await flush(work, since: .now)
        if !backlog.isEmpty { await applyJournal(work) }
        let left = state.withLock { state in
            state.isOver = true
            defer { state.waiting = [:] }
            return state.waiting.values.flatMap(\.self)
        }
        for told in left { told(false) }
    }

    // MARK: batches

    private func flush(_ work: Work, since began: ContinuousClock.Instant) async {
        state.withLock { $0.writingSince = began }
        defer { state.withLock { $0.writingSince = nil } }
        let (number, batch) = work.take()
        guard !batch.isEmpty else { return tell(upTo: number, true) }
        let start = ContinuousClock.now
        while ContinuousClock.now - start < Self.lastPatience || !state.withLock({ $0.isEnding }) {
            do {
                work.told(try await write(batch, as: BatchName(writer: writer, number: number)))
                state.withLock { $0.lags.add(ContinuousClock.now - began) }
                tell(upTo: number, true)
                return await announce(batch)
            } catch {
                guard ContinuousClock.now - start > Self.patience else {
                    try? await Task.sleep(for: Self.pauseAfterSlip)
                    continue
                }
                work.told(nil)
                tell(upTo: .max, false)
                try? await Task.sleep(for: Self.pauseAfterFailure)
            }
        }
    }

    private func write(_ batch: LedgerBatch, as name: BatchName) async throws
        -> [UserID: LedgerDifference]
    {
        guard !store.isShared, backlog.takes(batch) else {
            return try await store.book(batch, as: name)
        }
        let bytes = try await store.keep(batch, as: name)
        let isFirst = state.withLock { state in
            defer { state.backlog.add(bytes, at: .now) }
            return state.backlog.isEmpty
        }
        if isFirst { beginsLater() }
        return [:]
    }

    // MARK: the journal

    private var backlog: JournalBacklog { state.withLock { $0.backlog } }

    /// Brings everything that is in the journal now into its rows. Where that cannot be done it is
    /// left for the next time; nothing is lost by it.
    private func applyJournal(_ work: Work) async {
        let taken = backlog.bytes
        do {
            while let journal = try await flushing(work, { [store] in try await store.journal() }) {
                if try await apply(journal, work) { break }
            }
            state.withLock { $0.backlog.applied(taken, at: .now) }
        } catch {
            state.withLock { $0.backlog.postpone(at: .now) }
        }
        if !backlog.isEmpty { beginsLater() }
    }

    /// `false` where somebody else applied some of it.
    private func apply(_ whole: LedgerJournal, _ work: Work) async throws -> Bool {
        var (journal, flushed) = (whole, ContinuousClock.now)
        repeat {
            guard let applied = try await piece(of: journal) else { return false }
            work.told(applied.differences)
            journal = applied.rest
            if work.hasMore(), ContinuousClock.now - flushed >= Self.pause {
                await flush(work, since: flushed)
                flushed = .now
            }
        } while !journal.isApplied
        return true
    }

    private func piece(of journal: LedgerJournal) async throws
        -> (differences: [UserID: LedgerDifference], rest: LedgerJournal)?
    {
        state.withLock { $0.writingSince = .now }
        defer { state.withLock { $0.writingSince = nil } }
        return try await store.apply(journal, atMost: JournalBacklog.piece)
    }

    /// Batches are written while `read` goes on: a large journal takes longer than they may wait.
    private func flushing<T: Sendable>(
        _ work: Work, _ read: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        let isRead = Atomic(false)
        async let value: T = {
            defer { isRead.store(true, ordering: .releasing) }
            return try await read()
        }()
        var flushed = ContinuousClock.now
        while !isRead.load(ordering: .acquiring) {
            try? await Task.sleep(for: Self.readingPause)
            guard work.hasMore(), ContinuousClock.now - flushed >= Self.pause else { continue }
            await flush(work, since: flushed)
            flushed = .now
        }
        return try await value
    }

    private func beginsLater() {
        Task {
            try? await Task.sleep(for: JournalBacklog.patience)
            begins()
        }
    }

    // MARK: who hears of it

    private func tell(upTo batch: UInt64, _ isWritten: Bool) {
        let waiting = state.withLock { state in
            if isWritten { state.written = max(state.written, batch) }
            let numbers = state.waiting.keys.filter { $0 <= batch }
            return numbers.flatMap { state.waiting.removeValue(forKey: $0) ?? [] }
        }
        for told in waiting { told(isWritten) }
    }

    /// Tells open streams what became of members and swarms.
    private func announce(_ batch: LedgerBatch) async {
        guard notices.isRead else { return }
        for user in Set(batch.records.lazy.filter { $0.credit != .zero }.map(\.key.user)) {
            notices.post(Notice(.ratioChanged, to: .user(user), user: user))
        }
        for id in batch.counts.keys.prefix(Self.mostTold) {
            guard let entry = try? await catalog.entry(id) else { continue }
            notices.post(Notice(.swarmChanged, to: .viewers(of: entry), catalog: id))
        }
    }
}
