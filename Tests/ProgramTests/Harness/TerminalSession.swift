import Foundation
import Testing

/// A real terminal: a tmux server of its own with one window, in which programs run as for a
/// person.
final class TerminalSession: Sendable {
    let home: TemporaryFolder
    private let server: RunningProgram
    private let environment: [String: String]

    private init(home: TemporaryFolder, server: RunningProgram, environment: [String: String]) {
        self.home = home
        self.server = server
        self.environment = environment
    }

    private var socket: String { home.path + "/tmux" }

    /// Runs `body` with a terminal in which `command`, for the shell, has been started in `home`.
    static func run<T>(
        _ command: String, in home: TemporaryFolder, width: Int = 120, height: Int = 40,
        environment more: [String: String] = [:], _ body: (TerminalSession) async throws -> T
    ) async throws -> T {
        let environment = Binaries.environment(home: home.path, more)
        // In the foreground, so that it is our child and its end can be waited for.
        let server = try await RunningProgram.start(
            "tmux", ["-D", "-u", "-S", home.path + "/tmux", "-f", "/dev/null"],
            environment: environment, in: home.path)
        let terminal = TerminalSession(home: home, server: server, environment: environment)
        do {
            try await terminal.open(command, width: width, height: height)
            let result = try await body(terminal)
            try await terminal.close()
            return result
        } catch {
            try? await terminal.close()
            throw error
        }
    }

    // MARK: what a person does

    /// Keys by tmux's names: `Enter`, `Tab`, `Down`, `C-l`, or characters.
    func press(_ keys: String...) async throws {
        for key in keys { try await tmux("send-keys", "-t", "0", key) }
    }

    /// The same in one piece.
    func press(all keys: [String]) async throws { try await tmux(["send-keys", "-t", "0"] + keys) }

    /// Commands of tmux, one after the other without a pause.
    func run(_ commands: [String]) async throws {
        try await tmux(commands.flatMap { $0.split(separator: " ").map(String.init) + [";"] })
    }

    func type(_ text: String) async throws { try await tmux("send-keys", "-t", "0", "-l", text) }

    /// What a terminal sends by itself, in one piece.
    func send(bytes text: String) async throws {
        let codes = text.utf8.map { String($0, radix: 16) }
        try await tmux(["send-keys", "-t", "0", "-H"] + codes)
    }

    func resize(width: Int, height: Int) async throws {
        try await tmux("resize-window", "-t", "0", "-x", "\(width)", "-y", "\(height)")
    }

    // MARK: what a person sees

    func screen() async throws -> String { try await tmux("capture-pane", "-t", "0", "-p") }

    /// With the sequences that set colours.
    func painted() async throws -> String { try await tmux("capture-pane", "-t", "0", "-p", "-e") }

    /// The screen as soon as it shows `text`.
    @discardableResult
    func wait(
        for text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        try await wait("“\(text)” is shown", sourceLocation: sourceLocation) { $0.contains(text) }
    }

    /// The screen as soon as it is as wanted.
    @discardableResult
    func wait(
        _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
        until isWanted: (String) -> Bool
    ) async throws -> String {
        var last = ""
        return try await awaited("\(what); the screen was\n\(last)", sourceLocation: sourceLocation)
        {
            last = try await screen()
            return isWanted(last) ? last : nil
        }
    }

    func isOnAlternateScreen() async throws -> Bool { try await asks("#{alternate_on}") == "1" }
    func isCursorVisible() async throws -> Bool { try await asks("#{cursor_flag}") == "1" }

    /// Whether clicks are reported to what runs there.
    func isMouseTaken() async throws -> Bool {
        try await asks("#{mouse_button_flag}#{mouse_sgr_flag}") != "00"
    }

    private func asks(_ format: String) async throws -> String {
        try await tmux("display-message", "-t", "0", "-p", format)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    // MARK: tmux

    private func open(_ command: String, width: Int, height: Int) async throws {
        try await eventually("tmux listens") { home.exists("tmux") }
        try await tmux(
            "new-session", "-d", "-x", "\(width)", "-y", "\(height)", "-c", home.path, command)
        try await tmux("set-option", "-g", "window-size", "manual")
    }

    /// Ends what runs in the terminal as the closing of its window does, and then the terminal.
    private func close() async throws {
        _ = try? await tmux("kill-server")
        try await server.stop()
    }

    @discardableResult
    private func tmux(_ words: String...) async throws -> String { try await tmux(words) }

    @discardableResult
    private func tmux(_ words: [String]) async throws -> String {
        let ended = try await RunningProgram.start(
            "tmux", ["-u", "-S", socket] + words, environment: environment, in: home.path
        ).end()
        guard ended.code == 0 else { throw Refused(words: words, why: ended.error) }
        return ended.output
    }

    private struct Refused: Error {
        let words: [String]
        let why: String
    }
}
