/// How an effect is carried out.
package enum EffectPlan<Message: Sendable> {
    /// Runs beside the loop; what it posts arrives as messages.
    ///
    /// With an id it is a question or a stream: a newer one of that id ends it, and so does the end
    /// of the program. Without one it is an act: once begun it is finished, also when the program
    /// ends in the meantime.
    case start(id: AnyHashable?, @Sendable (Outbox<Message>) async -> Void)
    case cancel(id: AnyHashable)
    case cancelAll
    /// From now on the clock speaks so often; `nil` silences it.
    case tick(every: Duration?)
    case redraw
    /// Into the clipboard of whoever sits at the screen.
    case copy(String)
    case suspend
    case quit
}
