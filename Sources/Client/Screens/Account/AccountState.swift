package import API
import Domain

/// The caller's own account, as far as it was asked for.
///
/// It is beside the overlay that shows it, because answers come while a question or a form lies
/// over that.
package struct AccountState: Equatable, Sendable {
    /// What came of the last act, on a line of its own: the status line is the keys' while an
    /// overlay is open.
    package struct Said: Hashable, Sendable {
        package let text: Phrase
        package let tone: ActivityState.Tone
    }

    /// A list that was asked for as a whole.
    package struct Listing<Item: Hashable & Sendable>: Equatable, Sendable {
        package var items: [Item] = []
        package var cursor = ListCursor()
        package var hasAnswer = false
        package var failure: CommunityFailure?

        package var current: Item? {
            items.indices.contains(cursor.index) ? items[cursor.index] : nil
        }
    }

    /// The server ends every session before its answer to a new password is here.
    package enum PasswordChange: Hashable, Sendable {
        case none
        case awaited
        /// The session is over already; the answer says what else there is to know.
        case awaitedAfterEnd(Phrase)
    }

    package var section = AccountSection.oneself
    package var cursor = ListCursor()
    package var showsURL = false
    package var sessions = Listing<SessionBody>()
    package var keys = Listing<APIKeyBody>()
    package var said: Said?
    package var passwordChange = PasswordChange.none

    package init() {}
}

extension AppState {
    package var accountRows: [AccountRow] {
        let permissions = session?.me.permissions.sorted() ?? []
        return AccountRow.acts
            + (permissions.isEmpty ? [.noPermission] : permissions.map { .permission($0) })
    }
}
