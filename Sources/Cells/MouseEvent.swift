/// What a person did with the mouse, as the terminal told it.
package struct MouseEvent: Hashable, Sendable {
    package enum Button: Hashable, Sendable {
        case left, middle, right
        /// The side buttons, counted from 8 as X does.
        case other(Int)
    }

    package enum Act: Hashable, Sendable {
        case press(Button)
        case release(Button)
        /// Moved with a button held.
        case drag(Button)
        /// Moved with none.
        case move
        case wheel(Wheel)
    }

    package enum Wheel: Hashable, Sendable {
        case up, down, left, right
    }

    package struct Modifiers: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let shift = Modifiers(rawValue: 1)
        package static let alt = Modifiers(rawValue: 2)
        package static let control = Modifiers(rawValue: 4)
    }

    package let act: Act
    /// The cell, from 0 in the upper left corner.
    package let point: Point
    package let modifiers: Modifiers

    package init(_ act: Act, at point: Point, modifiers: Modifiers = []) {
        self.act = act
        self.point = point
        self.modifiers = modifiers
    }
}
