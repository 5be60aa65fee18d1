package import API

/// One entry of the audit log, all of it, over the screen.
package struct AuditEntryState: Equatable, Sendable {
    package let entry: AuditBody
    package var scroll = 0

    package init(_ entry: AuditBody) { self.entry = entry }
}
