/// A key and what it does here, in a word or two.
package struct KeyHint: Hashable, Sendable {
    package let key: String
    package let label: String
}
