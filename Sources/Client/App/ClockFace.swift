/// What of the screen time alone changes: while it stays the same, a tick paints nothing.
///
/// Ages, days and the clock are told to the minute; nothing here depends on how long a list is.
package struct ClockFace: Hashable, Sendable {
    private let minute: Int64
    private let hasToast: Bool
    private let hasRemark: Bool
    /// Seconds until the next try to connect.
    private let countdown: Int64?
    /// Rows that are still bright.
    private let glowing: Int
    /// The newest sample of a graph that is on the screen and not flat.
    private let sample: Moment?

    package init(_ state: AppState) {
        minute = state.now.milliseconds / 60_000
        hasToast = state.activity.toast(at: state.now) != nil
        hasRemark = state.remark != nil
        countdown =
            if case .interrupted(let retryAt) = state.connection {
                (retryAt.since(state.now) + 999) / 1000
            } else { nil }
        glowing = state.catalog.changedAt.count + state.transfers.changedAt.count
        let history = state.transfers.history
        sample = state.tab == .transfers && !history.isFlat ? history.sampledAt : nil
    }
}
