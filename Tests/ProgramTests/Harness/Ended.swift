/// How a program ended and all that it said.
struct Ended {
    /// As a shell has it: 128 + n for signal n.
    let code: Int32
    let output: String
    let error: String

    /// Standard error as its lines.
    var complaints: [String] { error.split(separator: "\n").map(String.init) }
}
