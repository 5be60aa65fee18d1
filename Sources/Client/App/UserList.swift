/// Who asked for a list of members.
package enum UserList: Hashable, Sendable {
    case console, picker
}
