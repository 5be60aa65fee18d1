package import Domain

/// One of several, to be chosen from a list.
package struct PickerState: Equatable, Sendable {
    package enum Purpose: Hashable, Sendable {
        case theme(before: ThemeSetting)
        case role(of: UserID, username: String)
        /// For all members that are marked; what comes of it is shown before it is done.
        case roleOfMarked
        /// Whose ratio to show; its items come from the server as one types.
        case member
    }

    package enum Choice: Hashable, Sendable {
        case theme(ThemeSetting)
        case role(RoleID)
        case member(RatioState.Member)
    }

    package struct Item: Equatable, Sendable {
        package let choice: Choice
        package let label: String
        package let detail: String
        /// Why it cannot be chosen.
        package let reason: Phrase?
        /// What is to be known of it before it is chosen.
        package let note: Phrase?

        package init(
            _ choice: Choice, label: String, detail: String = "", reason: Phrase? = nil,
            note: Phrase? = nil
        ) {
            self.choice = choice
            self.label = label
            self.detail = detail
            self.reason = reason
            self.note = note
        }
    }

    package let purpose: Purpose
    package let title: Phrase
    package var items: [Item]
    package var search: TextField?
    package var cursor = ListCursor()
    package var isBusy = false
    package var failure: Phrase?

    package init(
        _ purpose: Purpose, title: Phrase, items: [Item] = [], search: TextField? = nil
    ) {
        self.purpose = purpose
        self.title = title
        self.items = items
        self.search = search
    }

    package var current: Item? {
        items.indices.contains(cursor.index) ? items[cursor.index] : nil
    }
}
