/// What a screen reports to the program that draws on it.
package enum ScreenInput: Hashable, Sendable {
    package enum End: Hashable, Sendable {
        /// The terminal is gone: its window was closed, its line dropped.
        case terminalGone
        /// Somebody asked the process to end, by this signal.
        case signal(Int32)
    }

    case key(Key)
    case mouse(MouseEvent)
    case resized(Size)
    /// The terminal has answered what it was asked at the start: it is to be painted anew.
    case answered(isGroundLight: Bool?)
    /// Nothing more will come; the program should save what it has and end.
    case ended(End)
}
