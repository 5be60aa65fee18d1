import Domain

/// What of the screen time alone changes: while it stays the same, a tick paints nothing.
///
/// Ages, days and the clock are told to the minute; nothing here depends on how long a list is.
package struct ClockFace: Hashable, Sendable {
    private let minute: Int64
    private let hasRemark: Bool
    /// How far each toast has faded; a long list of them is counted.
    private let toasts: [ActivityState.Toast.Fade]
    /// Seconds until the next try to connect.
    private let countdown: Int64?
    /// Rows that are still bright.
    private let glowing: Int
    /// The newest sample of a graph that is on the screen and not flat.
    private let sample: Moment?
    /// The step of a graph of a swarm that is on the screen and not flat; those of the catalog go by
    /// the minute.
    private let swarm: Int64?

    package init(_ state: AppState) {
        minute = state.now.milliseconds / 60_000
        hasRemark = state.remark != nil
        toasts = state.activity.toasts(at: state.now).map(\.fade)
        countdown =
            if case .interrupted(let retryAt) = state.connection {
                (retryAt.since(state.now) + 999) / 1000
            } else { nil }
        glowing = state.catalog.changedAt.count + state.transfers.changedAt.count
        let history = state.transfers.history
        let swarms = state.transfers.swarms
        let isFlat = state.transfers.current.map { swarms.isFlat($0.id) } ?? true
        swarm =
            state.tab == .transfers && !isFlat ? state.now.milliseconds / swarms.step : nil
        sample = state.tab == .transfers && !history.isFlat ? history.sampledAt : nil
    }
}
