internal import Cells

/// Keys and answers in, messages through `update`, effects and screens out.
///
/// 1. `update` and `view` run on this one thread, one message at a time, in the order of arrival.
/// 2. However the loop ends, the screen is given back first.
/// 3. The first screen waits for nothing: what was wanted before it, such as a server to be started,
///    is begun when it has been painted, and does not take its processor.
final class ClientLoop<State: Sendable, Message: Sendable, Effect: Sendable, Port: ScreenPort> {
    private let program: Program<State, Message, Effect>
    private let screen: Port
    private let clock: LoopClock
    private let mailbox: Mailbox<Message>
    private let effects: EffectRunner<Message>
    private var state: State
    private var timer = FrameTimer()
    private var end: LoopEnd?
    /// What was wanted before the first screen; `nil` once that is there.
    private var held: [EffectPlan<Message>]? = []

    init(_ program: Program<State, Message, Effect>, on screen: Port, clock: LoopClock) {
        self.program = program
        self.screen = screen
        self.clock = clock
        state = program.state
        mailbox = Mailbox(wake: screen.wake)
        effects = EffectRunner(mailbox: mailbox)
    }

    /// - Returns: why it ended, and the acts that are still being finished.
    func run() throws -> (end: LoopEnd, acts: [Task<Void, Never>]) {
        defer {
            screen.close()
            effects.cancelAll()
        }
        try handle(program.started)
        try handle(program.resized(screen.size))
        while true {
            if let end { return (end, effects.release()) }
            try paintWhenDue()
            try carryOutHeld()
            if end != nil { continue }
            for input in try screen.wait(timeout: timer.rest(at: clock.monotonic())) {
                try take(input)
            }
            for letter in mailbox.takeAll() { try take(letter) }
            if timer.takesTick(at: clock.monotonic()) { try tick() }
        }
    }

    private func paintWhenDue() throws {
        let now = clock.monotonic()
        guard timer.isPaintDue(at: now) else { return }
        try screen.paint(program.view(state, screen.size), theme: program.theme(state))
        timer.painted(at: now)
    }

    private func take(_ input: ScreenInput) throws {
        timer.changedByHand()
        switch input {
        case .key(let key): try handle(program.keyPressed(key, clock.monotonic()))
        case .mouse(let event): try handle(program.pointed(event, now))
        case .answered(let isGroundLight):
            try handle(program.terminalAnswered(isGroundLight))
        case .resized(let size): try handle(program.resized(size))
        case .ended(let reason): end = end ?? .screen(reason)
        }
    }

    private var now: Int64 {
        let (seconds, attoseconds) = clock.monotonic().components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }

    private func take(_ letter: Mailbox<Message>.Letter) throws {
        switch letter {
        case .message(let message, let sender):
            if effects.isLive(sender) { try handle(message) }
        case .effectEnded(let token): effects.ended(token)
        }
    }

    /// Time changes little of what is shown, so most ticks paint nothing.
    private func tick() throws {
        let before = program.clockFace(state)
        let hasEffects = try act(on: program.ticked(clock.calendar()))
        if hasEffects || program.clockFace(state) != before { timer.changed() }
    }

    private func handle(_ message: Message) throws {
        timer.changed()
        try act(on: message)
    }

    /// - Returns: whether anything was wanted of the world.
    @discardableResult
    private func act(on message: Message) throws -> Bool {
        // What was pressed after the key that quits is not acted upon.
        guard end == nil else { return false }
        let wanted = program.update(&state, message)
        for effect in wanted {
            let plan = program.plan(effect)
            if held == nil { try carryOut(plan) } else { held?.append(plan) }
        }
        return !wanted.isEmpty
    }

    private func carryOutHeld() throws {
        guard let plans = held else { return }
        held = nil
        for plan in plans { try carryOut(plan) }
    }

    private func carryOut(_ plan: EffectPlan<Message>) throws {
        switch plan {
        case .start(let id, let operation): effects.start(id: id, operation)
        case .cancel(let id): effects.cancel(id)
        case .cancelAll: effects.cancelAll()
        case .tick(let interval): timer.tick(every: interval, from: clock.monotonic())
        case .redraw:
            screen.redraw()
            timer.changedByHand()
        case .copy(let text): screen.copy(text)
        case .suspend: try screen.suspend()
        case .quit: end = end ?? .quit
        }
    }
}
