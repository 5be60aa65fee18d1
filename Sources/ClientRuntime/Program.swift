package import Cells

/// What the loop runs: pure functions over a state, and the plan for each effect.
package struct Program<State: Sendable, Message: Sendable, Effect: Sendable>: Sendable {
    package var state: State
    package var started: Message
    package var update: @Sendable (inout State, Message) -> [Effect]
    package var view: @Sendable (State, Size) -> Grid
    package var theme: @Sendable (State) -> Theme
    /// What of the screen time alone changes: a tick that leaves it as it is paints nothing.
    package var clockFace: @Sendable (State) -> AnyHashable
    /// With the time of the monotonic clock.
    package var keyPressed: @Sendable (Key, Duration) -> Message
    package var resized: @Sendable (Size) -> Message
    /// The terminal said what it is like.
    package var terminalAnswered: @Sendable (_ isGroundLight: Bool?) -> Message
    /// From the mouse, and when: milliseconds of a clock that nobody sets.
    package var pointed: @Sendable (MouseEvent, Int64) -> Message
    /// From milliseconds since 1970-01-01 00:00 UTC.
    package var ticked: @Sendable (Int64) -> Message
    package var plan: @Sendable (Effect) -> EffectPlan<Message>

    package init(
        state: State,
        started: Message,
        update: @escaping @Sendable (inout State, Message) -> [Effect],
        view: @escaping @Sendable (State, Size) -> Grid,
        theme: @escaping @Sendable (State) -> Theme,
        clockFace: @escaping @Sendable (State) -> AnyHashable,
        keyPressed: @escaping @Sendable (Key, Duration) -> Message,
        resized: @escaping @Sendable (Size) -> Message,
        terminalAnswered: @escaping @Sendable (_ isGroundLight: Bool?) -> Message,
        pointed: @escaping @Sendable (MouseEvent, Int64) -> Message,
        ticked: @escaping @Sendable (Int64) -> Message,
        plan: @escaping @Sendable (Effect) -> EffectPlan<Message>
    ) {
        self.state = state
        self.started = started
        self.update = update
        self.view = view
        self.theme = theme
        self.clockFace = clockFace
        self.keyPressed = keyPressed
        self.resized = resized
        self.terminalAnswered = terminalAnswered
        self.pointed = pointed
        self.ticked = ticked
        self.plan = plan
    }
}
