import Foundation

/// Milliseconds from the start of the real program until its first screen, with a community that was
/// hosted from here and has to be started first.
struct FirstPaint {
    private static let tries = 9

    let folder: BenchFolder
    let interruption: Latch

    /// `nil` where the program is not beside this one.
    func measured() throws -> Percentiles? {
        guard let program = try? Programs.beside("enxame") else { return nil }
        return Percentiles(milliseconds: try (0..<Self.tries).map { try start(program, $0) })
    }

    private func start(_ program: String, _ number: Int) throws -> Double {
        try interruption.check()
        let home = folder.path + "/home-\(number)"
        let port = try FreePort.next()
        let state = home + "/state/enxame"
        try FileManager.default.createDirectory(
            atPath: state, withIntermediateDirectories: true)
        try Data(
            """
            {"servers":[{"url":"http://127.0.0.1:\(port)","username":"admin",\
            "hostedIn":"\(home)/community"}]}
            """.utf8
        ).write(to: URL(filePath: state + "/sessions.json"))
        let terminal = try TerminalProgram(
            program,
            [
                "screen", "--host-listen", "127.0.0.1:\(port)", "--host-tracker-listen",
                "127.0.0.1:0", "--listen-peers", "127.0.0.1:0",
            ],
            environment: [
                "HOME": home, "XDG_STATE_HOME": home + "/state", "XDG_DATA_HOME": home + "/data",
                "XDG_CONFIG_HOME": home + "/config",
            ])
        try terminal.wait(for: "\u{2502}")
        let milliseconds = terminal.started.milliseconds
        try terminal.press("\u{11}")
        try terminal.finish(seconds: 30)
        return milliseconds
    }
}
