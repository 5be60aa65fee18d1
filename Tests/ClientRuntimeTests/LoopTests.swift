import Cells
import ClientRuntime
import Testing

@Suite struct LoopTests {
    private func run(
        _ program: Program<Notebook.State, Notebook.Message, Notebook.Effect>, on stage: Stage
    ) async throws -> LoopEnd {
        try await Runtime.run(program, clock: stage.clock) { StageScreen(stage) }
    }

    @Test("keys become messages in their order, after the start and the size")
    func order() async throws {
        let stage = Stage(keys: "abq")
        let record = Recorder()
        let end = try await run(Notebook.program(record: record), on: stage)
        #expect(end == .quit)
        #expect(
            record.all == [
                .started, .resized(Size(width: 20, height: 1)), .pressed(.character("a")),
                .pressed(.character("b")), .pressed(.character("q")),
            ])
        #expect(stage.isClosed)
    }

    @Test("what is wanted at the start is begun when the first screen is there, in its order")
    func firstScreen() async throws {
        let stage = Stage(keys: "xq")
        let program = Notebook.program(effects: ["x": { .copy("later") }]) { message in
            switch message {
            case .started: [{ .copy("started") }, { .redraw }]
            case .resized: [{ .copy("resized") }]
            default: []
            }
        }
        _ = try await run(program, on: stage)
        #expect(stage.copies == ["started", "resized", "later"])
        #expect(stage.paintedBeforeCopies.prefix(2) == [1, 1])
    }

    @Test("a program that ends at its start ends, and waits for nobody")
    func endsAtStart() async throws {
        let stage = Stage()
        let program = Notebook.program { $0 == .started ? [{ .quit }] : [] }
        #expect(try await run(program, on: stage) == .quit)
        #expect(stage.isClosed)
    }

    @Test("keys after the one that quits are not acted upon")
    func quitting() async throws {
        let record = Recorder()
        let stage = Stage([.init(inputs: "aqd".map { .key(.character($0)) })])
        _ = try await run(Notebook.program(record: record), on: stage)
        #expect(record.all.last == .pressed(.character("q")))
    }

    @Test("a resize is told and painted")
    func resizing() async throws {
        let record = Recorder()
        let stage = Stage([
            .init(after: .seconds(1), inputs: [.resized(Size(width: 9, height: 9))]),
            .init(after: .seconds(1)), .init(inputs: [.key(.character("q"))]),
        ])
        _ = try await run(Notebook.program(record: record), on: stage)
        #expect(record.all.contains(.resized(Size(width: 9, height: 9))))
        #expect(stage.shown.map(\.at) == [.zero, .seconds(1)])
    }

    @Test("nothing is painted when nothing happened, however often the loop wakes")
    func quiet() async throws {
        let idle = Array(repeating: Stage.Step(after: .seconds(1)), count: 50)
        let stage = Stage(idle + [.init(inputs: [.key(.character("q"))])])
        _ = try await run(Notebook.program(), on: stage)
        #expect(stage.shown.count == 1)
    }

    @Test("a key is painted at once, however short ago the last frame was")
    func keysAtOnce() async throws {
        let keys = (0..<50).map { _ in
            Stage.Step(after: .milliseconds(1), inputs: [.key(.character("x"))])
        }
        let stage = Stage(keys + [.init(inputs: [.key(.character("q"))])])
        _ = try await run(Notebook.program(), on: stage)
        #expect(stage.shown.map(\.at) == (0...50).map { .milliseconds($0) })
    }

    @Test("keys that were typed while a frame was painted share the next one")
    func typedAhead() async throws {
        let stage = Stage([
            .init(inputs: "abcdefgh".map { .key(.character($0)) }),
            .init(after: .seconds(1), inputs: [.key(.character("q"))]),
        ])
        _ = try await run(Notebook.program(), on: stage)
        #expect(stage.texts == ["", "abcdefgh"])
    }

    @Test("a tick that changes nothing on the screen paints nothing")
    func quietTicks() async throws {
        let stage = Stage(
            [.init(inputs: [.key(.character("t"))])]
                + Array(repeating: Stage.Step(after: .seconds(1)), count: 20)
                + [.init(inputs: [.key(.character("q"))])])
        let record = Recorder()
        let program = Notebook.program(
            effects: ["t": { .tick(every: .seconds(1)) }], record: record)
        _ = try await run(program, on: stage)
        #expect(record.ticks.count == 20)
        #expect(stage.texts == ["", "t"])
    }

    @Test("after a quiet while a key is painted at once")
    func atOnce() async throws {
        let stage = Stage([
            .init(after: .seconds(5), inputs: [.key(.character("a"))]),
            .init(after: .seconds(5), inputs: [.key(.character("q"))]),
        ])
        _ = try await run(Notebook.program(), on: stage)
        #expect(stage.shown.map(\.at) == [.zero, .seconds(5)])
        #expect(stage.texts == ["", "a"])
    }

    @Test("the clock speaks only when it was asked to, and until it is silenced")
    func ticks() async throws {
        let record = Recorder()
        let stage = Stage([
            .init(after: .seconds(10)), .init(inputs: [.key(.character("t"))]),
            // Asked again for the same, it does not start over.
            .init(after: .milliseconds(500), inputs: [.key(.character("t"))]),
        ])
        let program = Notebook.program(
            effects: ["t": { .tick(every: .seconds(1)) }], record: record
        ) { message in
            switch message {
            case .ticked(13_000...): [{ .tick(every: nil) }, { .quit }]
            default: []
            }
        }
        _ = try await run(program, on: stage)
        #expect(record.ticks == [11_000, 12_000, 13_000])
    }

    @Test("a clock asked to run wild is held to the frame rate")
    func wildClock() async throws {
        let record = Recorder()
        let stage = Stage(keys: "t")
        let program = Notebook.program(
            effects: ["t": { .tick(every: .zero) }], record: record
        ) { message in
            if case .ticked(let time) = message, time >= 1000 { [{ .quit }] } else { [] }
        }
        _ = try await run(program, on: stage)
        #expect((29...31).contains(record.ticks.count))
    }

    @Test("suspending and redrawing reach the screen, and it is painted again")
    func screenCommands() async throws {
        let stage = Stage([
            .init(after: .seconds(1), inputs: [.key(.character("z"))]),
            .init(after: .seconds(1), inputs: [.key(.character("l"))]),
            .init(after: .seconds(1), inputs: [.key(.character("q"))]),
        ])
        _ = try await run(
            Notebook.program(effects: ["z": { .suspend }, "l": { .redraw }]), on: stage)
        #expect(stage.suspensions == 1 && stage.redraws == 1)
        #expect(stage.texts == ["", "z", "zl"])
    }

    @Test("the end of the terminal or a signal ends the loop with its reason")
    func ends() async throws {
        for reason in [ScreenInput.End.terminalGone, .signal(15)] {
            let stage = Stage([.init(inputs: [.ended(reason), .key(.character("a"))])])
            let record = Recorder()
            #expect(try await run(Notebook.program(record: record), on: stage) == .screen(reason))
            #expect(record.all.count == 2)
            #expect(stage.isClosed)
        }
    }

    @Test("the screen is given back when painting fails, and the reason is told")
    func paintFails() async throws {
        let stage = Stage(paintError: .brokenGlass)
        await #expect(throws: StageError.brokenGlass) {
            try await run(Notebook.program(), on: stage)
        }
        #expect(stage.isClosed)
    }

    @Test("a screen that cannot be opened says why")
    func openFails() async {
        await #expect(throws: StageError.brokenGlass) {
            try await Runtime.run(Notebook.program()) { () throws -> StageScreen in
                throw StageError.brokenGlass
            }
        }
    }
}
