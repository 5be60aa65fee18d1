/// Which entries of the audit log are shown, beside the words of the search; as it was typed.
package struct AuditFilter: Hashable, Sendable {
    /// A name, whole.
    package var actor = ""
    /// `user.banned`, or `user` for all that begins so.
    package var act = ""
    /// A day as `2026-11-20`, or how long ago as `7d`.
    package var since = ""
    package var until = ""

    package init(actor: String = "", act: String = "", since: String = "", until: String = "") {
        self.actor = actor
        self.act = act
        self.since = since
        self.until = until
    }

    package var isEmpty: Bool { self == AuditFilter() }
}
