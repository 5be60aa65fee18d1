import Cells
import ClientRuntime
import Testing

@Suite struct EffectTests {
    private typealias Message = Notebook.Message

    private func run(
        _ program: Program<Notebook.State, Message, Notebook.Effect>, on stage: Stage
    ) async throws -> LoopEnd {
        try await Runtime.run(program, clock: stage.clock) { StageScreen(stage) }
    }

    private func quitting(on word: String) -> @Sendable (Message) -> [Notebook.Effect] {
        { $0 == .heard(word) ? [{ .quit }] : [] }
    }

    @Test("what an effect posts arrives in order, and wakes a waiting loop")
    func answers() async throws {
        let record = Recorder()
        let count: @Sendable (Outbox<Message>) async -> Void = { outbox in
            for number in 1...200 { outbox.post(.heard("\(number)")) }
        }
        let program = Notebook.program(
            effects: ["a": { .start(id: nil, count) }], record: record, react: quitting(on: "200"))
        #expect(try await run(program, on: Stage(keys: "a")) == .quit)
        #expect(record.words == (1...200).map(String.init))
    }

    @Test("a newer effect of an id silences the older one, also when that answers in spite of it")
    func newerWins() async throws {
        let record = Recorder()
        let (gate, opening) = AsyncStream.makeStream(of: Void.self)
        let (answer, answered) = AsyncStream.makeStream(of: Void.self)
        // Detached from its own cancellation, as a library's callback would be.
        let old: @Sendable (Outbox<Message>) async -> Void = { outbox in
            await Task.detached {
                for await _ in gate {}
                outbox.post(.heard("old"))
                answered.finish()
            }.value
        }
        let new: @Sendable (Outbox<Message>) async -> Void = { outbox in
            outbox.post(.heard("new"))
            opening.finish()
            for await _ in answer {}
            outbox.post(.heard("end"))
        }
        let program = Notebook.program(
            effects: ["a": { .start(id: "search", old) }, "b": { .start(id: "search", new) }],
            record: record, react: quitting(on: "end"))
        _ = try await run(program, on: Stage(keys: "ab"))
        #expect(record.words == ["new", "end"])
    }

    @Test("an effect is cancelled by its id, and others go on")
    func cancelling() async throws {
        let record = Recorder()
        let endless: @Sendable (Outbox<Message>) async -> Void = { outbox in
            while !Task.isCancelled { await Task.yield() }
            outbox.post(.heard("too late"))
        }
        let other: @Sendable (Outbox<Message>) async -> Void = { outbox in
            outbox.post(.heard("end"))
        }
        let program = Notebook.program(
            effects: [
                "a": { .start(id: 1, endless) }, "b": { .cancel(id: 1) },
                "c": { .start(id: 2, other) },
            ], record: record, react: quitting(on: "end"))
        _ = try await run(program, on: Stage(keys: "abc"))
        #expect(record.words == ["end"])
    }

    @Test("cancelling all silences acts and streams alike")
    func cancellingAll() async throws {
        let record = Recorder()
        let endless: @Sendable (Outbox<Message>) async -> Void = { outbox in
            while !Task.isCancelled { await Task.yield() }
            outbox.post(.heard("too late"))
        }
        let last: @Sendable (Outbox<Message>) async -> Void = { $0.post(.heard("end")) }
        let program = Notebook.program(
            effects: [
                "a": { .start(id: 1, endless) }, "b": { .start(id: nil, endless) },
                "c": { .cancelAll }, "d": { .start(id: nil, last) },
            ], record: record, react: quitting(on: "end"))
        _ = try await run(program, on: Stage(keys: "abcd"))
        #expect(record.words == ["end"])
    }

    @Test("an act that was begun is finished after the screen is gone; a stream is cancelled")
    func actsAreFinished() async throws {
        let stage = Stage(keys: "abq")
        let record = Recorder()
        let act: @Sendable (Outbox<Message>) async -> Void = { _ in
            while !stage.isClosed { await Task.yield() }
            record.add(.heard(Task.isCancelled ? "torn" : "finished"))
        }
        let stream: @Sendable (Outbox<Message>) async -> Void = { _ in
            while !Task.isCancelled { await Task.yield() }
            record.add(.heard("stream ended"))
        }
        let program = Notebook.program(
            effects: ["a": { .start(id: nil, act) }, "b": { .start(id: "events", stream) }])
        _ = try await run(program, on: stage)
        #expect(record.words.contains("finished"))
    }

    @Test("what is copied goes to the screen that somebody sits at")
    func copying() async throws {
        let stage = Stage(keys: "yq")
        _ = try await run(Notebook.program(effects: ["y": { .copy("a secret") }]), on: stage)
        #expect(stage.copies == ["a secret"])
    }
}
