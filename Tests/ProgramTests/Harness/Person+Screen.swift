import Foundation
import Testing

extension Person {
    /// Opens the full screen in a terminal; `body` gets it with the process id of `enxame`.
    func screen<T>(
        _ arguments: String = "", width: Int = 120, height: Int = 40,
        environment: [String: String] = [:], isNewHere: Bool = false,
        _ body: (_ terminal: TerminalSession, _ enxame: pid_t) async throws -> T
    ) async throws -> T {
        try await TerminalSession.screen(
            "screen --listen-peers 127.0.0.1:0 \(arguments)", in: home, width: width,
            height: height, environment: ["ENXAME_SERVER": server].merging(environment) { $1 },
            isNewHere: isNewHere, body)
    }
}

extension TerminalSession {
    /// Runs `enxame` with `arguments` under a shell that notes down how it found the terminal, how
    /// the program ended, and how it left the terminal; see `Aftermath`.
    ///
    /// - Parameter isNewHere: is shown around when signed in, if that was not done in this home.
    static func screen<T>(
        _ arguments: String, in home: TemporaryFolder, width: Int = 120, height: Int = 40,
        environment: [String: String] = [:], term: String? = nil, isNewHere: Bool = false,
        _ body: (_ terminal: TerminalSession, _ enxame: pid_t) async throws -> T
    ) async throws -> T {
        for name in ["pid", "status", "before", "after"] {
            try? FileManager.default.removeItem(atPath: home.path + "/" + name)
        }
        if !isNewHere {
            let state = home.path + "/.local/state/enxame"
            try FileManager.default.createDirectory(
                atPath: state, withIntermediateDirectories: true)
            _ = FileManager.default.createFile(atPath: state + "/welcomed", contents: nil)
        }
        // Inside tmux, which sets its own.
        let setting = term.map { "TERM=\($0)" } ?? ""
        let command = """
            stty -g > before; sh -c 'echo $$ > pid; \(setting) exec enxame \(arguments)'; \
            code=$?; stty -g > after; echo $code > status; exec sleep 1000
            """
        return try await run(
            command, in: home, width: width, height: height, environment: environment
        ) { terminal in
            let id = try await awaited("the shell starts enxame") {
                home.text("pid").flatMap { pid_t($0.dropLast()) }
            }
            return try await body(terminal, id)
        }
    }

    /// How the program ended and left the terminal.
    func aftermath() async throws -> Aftermath {
        let status = try await awaited("the program ends") {
            home.text("status").flatMap { Int32($0.dropLast()) }
        }
        return Aftermath(
            code: status, isTerminalAsBefore: home.text("before") == home.text("after"),
            isOnAlternateScreen: try await isOnAlternateScreen(),
            isCursorVisible: try await isCursorVisible(),
            isMouseTaken: try await isMouseTaken())
    }
}

/// What is left in a terminal after a full-screen program.
struct Aftermath: Equatable {
    let code: Int32
    /// Its settings, as `stty -g` tells them.
    let isTerminalAsBefore: Bool
    let isOnAlternateScreen: Bool
    let isCursorVisible: Bool
    let isMouseTaken: Bool

    static func restored(_ code: Int32) -> Aftermath {
        Aftermath(
            code: code, isTerminalAsBefore: true, isOnAlternateScreen: false,
            isCursorVisible: true, isMouseTaken: false)
    }
}
