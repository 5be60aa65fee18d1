import Foundation

/// Asks for a password without showing it; a script writes it to standard input instead.
enum PasswordPrompt {
    static func read(_ prompt: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else { return try line() }
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
        let password = try line()
        guard !password.contains("\u{3}") else {
            throw CommandFailure(.interrupted, "nothing was sent")
        }
        return password
    }

    private static func line() throws -> String {
        guard let line = readLine(strippingNewline: true), !line.isEmpty else {
            throw CommandFailure(.notAllowed, "no password was given")
        }
        return line
    }
}
