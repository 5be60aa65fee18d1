/// Every action by name.
package struct PaletteState: Equatable, Sendable {
    package var search = TextField()
    package var cursor = ListCursor()

    package init() {}
}
