package import Domain

/// A key for scripts that is being made.
package struct KeyFormState: Equatable, Sendable {
    package enum Stop: Hashable, Sendable {
        case name, expiry
        case permission(Permission)
    }

    package enum Expiry: Int64, CaseIterable, Hashable, Sendable {
        case week = 7
        case month = 30
        case quarter = 90
        case year = 365
        case never = 0
    }

    package var name = TextField()
    package var expiry = Expiry.quarter
    /// What the caller may: nobody hands on more.
    package let offered: [Permission]
    package var chosen: Set<Permission> = []
    package var focus = Stop.name
    package var scroll = ListCursor()
    package var isBusy = false
    package var failure: Phrase?

    package init(offering permissions: [Permission]) { offered = permissions }

    package var stops: [Stop] { [.name, .expiry] + offered.map { .permission($0) } }
}
