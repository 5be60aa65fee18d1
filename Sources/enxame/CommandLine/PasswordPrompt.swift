import Foundation

/// Asks for a password without showing it; a script writes it to standard input instead.
enum PasswordPrompt {
    /// Whether somebody sits there and is asked.
    static var isAsking: Bool { isatty(STDIN_FILENO) == 1 }

    /// A code of a second factor, however its groups are typed.
    static func code(_ prompt: String) throws -> String {
        try read(prompt, missing: "no code was given").filter { !$0.isWhitespace }
    }

    static func read(_ prompt: String, missing: String = "no password was given") throws -> String {
        guard isAsking else { return try line(missing) }
        Console.aside(prompt)
        var shown = termios()
        tcgetattr(STDIN_FILENO, &shown)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        // Left on, an interrupt at the prompt would leave a terminal that shows nothing.
        hidden.c_lflag &= ~tcflag_t(ISIG)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            Console.aside("\n")
        }
        let password = try line(missing)
        guard !password.contains("\u{3}") else {
            throw CommandFailure(.interrupted, "nothing was sent")
        }
        return password
    }

    private static func line(_ missing: String) throws -> String {
        guard let line = readLine(strippingNewline: true), !line.isEmpty else {
            throw CommandFailure(.notAllowed, missing)
        }
        return line
    }
}
