/// Presses keys as a person does who scrolls, and times what comes.
struct KeyDrill {
    /// Bytes that come after such a pause are of another frame.
    private static let quiet = 6.0
    private static let patience = 500.0

    let interruption: Latch
    private var dice = SplitMix64(seed: 23)

    init(interruption: Latch) { self.interruption = interruption }

    mutating func press(
        _ keys: String, times: Int, on program: TerminalProgram, into total: inout KeyTimes
    ) throws {
        let processor = program.processor
        let bytes = program.bytes
        for _ in 0..<times {
            try interruption.check()
            // Not in step with anything that the program does by the clock.
            program.rest(20 + dice.unit() * 40)
            let watch = try program.press(keys)
            total.add(program.read(since: watch, quiet: Self.quiet, atMost: Self.patience))
        }
        total.processor += program.processor - processor
        total.bytes += program.bytes - bytes
    }
}
