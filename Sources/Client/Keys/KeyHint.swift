package import Cells

/// A key and what it does here, in a word or two.
package struct KeyHint: Hashable, Sendable {
    package let press: Key
    package let label: String

    package var key: String { press.description }
}
