import Foundation

/// The screen on a terminal, scrolled, left alone, and started; then others beside it.
///
/// It blocks, and stays on one thread.
struct ScreenRun {
    let entries: Int
    let transfers: Int
    let changing: Int
    /// Presses of each key.
    let presses: Int
    /// Seconds in which nothing happens.
    let idle: Double
    let withOthers: Bool
    let interruption: Latch

    private static let down = "\u{1B}OB"
    private static let pageDown = "\u{1B}[6~"

    func run() throws -> ScreenReport {
        let folder = try BenchFolder(keep: nil)
        defer { folder.remove() }
        let busy = try scroll(in: folder)
        let quiet = try leaveAlone(in: folder)
        let cold = try FirstPaint(folder: folder, interruption: interruption).measured()
        let others = withOthers ? try Peers(run: self, folder: folder).measured() : []
        return ScreenReport(
            entries: entries, transfers: transfers, changing: changing, catalog: busy.catalog,
            torrents: busy.torrents, frames: busy.frames, memory: busy.memory, quiet: quiet,
            firstPaint: cold, others: others)
    }

    private func start(_ report: String, changing: Int) throws -> TerminalProgram {
        let program = try TerminalProgram(
            try Programs.beside("bench"),
            [
                "screen-child", "--report", report, "--entries", "\(entries)", "--transfers",
                "\(transfers)", "--changing", "\(changing)",
            ])
        try program.wait(for: "\u{2502}")
        return program
    }

    private func scroll(in folder: BenchFolder) throws -> (
        catalog: KeyTimes, torrents: KeyTimes, frames: FrameLog, memory: ServerMemory?
    ) {
        let report = folder.path + "/frames.json"
        let program = try start(report, changing: changing)
        program.rest(2000)
        var drill = KeyDrill(interruption: interruption)
        var catalog = KeyTimes()
        try drill.press("j", times: presses, on: program, into: &catalog)
        try drill.press(Self.pageDown, times: presses, on: program, into: &catalog)
        // The first goes to the column beside the catalog, the second to the whole pane.
        try program.press("\u{1B}2")
        program.rest(500)
        try program.press("\u{1B}2")
        program.rest(500)
        var torrents = KeyTimes()
        try drill.press("j", times: presses, on: program, into: &torrents)
        try drill.press(Self.pageDown, times: presses, on: program, into: &torrents)
        let memory = program.memory
        try program.press("Q")
        try program.finish()
        let frames = try JSONDecoder().decode(
            FrameLog.self, from: Data(contentsOf: URL(filePath: report)))
        return (catalog, torrents, frames, memory)
    }

    private func leaveAlone(in folder: BenchFolder) throws -> ScreenReport.Quiet {
        let program = try start(folder.path + "/quiet.json", changing: 0)
        program.rest(2000)
        // Through all pages to the last row, so that memory is told of all of it.
        let watch = try program.press("G")
        let toTheEnd = (program.read(since: watch, quiet: 500, atMost: 120_000)?.last ?? 0) / 1000
        // Everything has been fetched, and no toast is left.
        program.rest(8000)
        // The clock on the screen tells minutes, which is no idleness: one is begun and not left.
        while Int(Date().timeIntervalSince1970) % 60 + Int(idle) > 57, idle < 50 {
            try interruption.check()
            program.rest(1000)
        }
        let processor = program.processor
        let bytes = program.bytes
        program.rest(idle * 1000)
        let quiet = ScreenReport.Quiet(
            seconds: idle, processor: program.processor - processor, bytes: program.bytes - bytes,
            memory: program.memory, toTheEnd: toTheEnd)
        try program.press("Q")
        try program.finish()
        return quiet
    }

    /// The same scrolling of another program's list; it has begun already.
    func scroll(_ program: TerminalProgram) throws -> KeyTimes {
        var drill = KeyDrill(interruption: interruption)
        var times = KeyTimes()
        // A row each: rtorrent knows no pages.
        try drill.press(Self.down, times: presses, on: program, into: &times)
        return times
    }
}
