package import Cells

/// Why the loop ended.
package enum LoopEnd: Hashable, Sendable {
    /// The program wanted to.
    case quit
    /// The screen or the system wanted it to.
    case screen(ScreenInput.End)
}
