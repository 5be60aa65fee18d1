/// What a crash leaves behind.
///
/// All of it is made beforehand: the handler of a signal can make nothing.
package struct CrashLog: Hashable, Sendable {
    /// The file that is written to, behind what is in it.
    let path: String
    /// Its first line: which program this was.
    let heading: String
    /// What is said when the terminal has been given back.
    let notice: String

    package init(path: String, heading: String, notice: String) {
        self.path = path
        self.heading = heading
        self.notice = notice
    }
}
