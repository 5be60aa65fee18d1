package import Cells

/// What the loop needs of a screen; the terminal satisfies it, and so does a test's screen.
///
/// Everything but `wake` is called from the loop's own thread.
package protocol ScreenPort: AnyObject {
    var size: Size { get }
    /// Ends a `wait`, from any thread.
    var wake: @Sendable () -> Void { get }
    /// Waits for input, for `wake`, or until the time is over; for ever when that is `nil`.
    func wait(timeout: Duration?) throws -> [ScreenInput]
    /// Shows the grid; writes nothing when nothing changed.
    func paint(_ grid: Grid, theme: Theme) throws
    /// The next `paint` starts from nothing.
    func redraw()
    /// Puts a text into the clipboard, where the screen has one.
    func copy(_ text: String)
    /// Gives the terminal to the shell and returns when it is ours again.
    func suspend() throws
    /// Gives the terminal back for good.
    func close()
}
