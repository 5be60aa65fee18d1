internal import Cells

/// Asks the terminal at the start what nobody else knows: how wide it draws what terminals disagree
/// on, and what colour is behind its texts.
///
/// 1. Nobody waits for it: the answers come among the keys, or never.
/// 2. The last question is one that every terminal answers, so the end of the answers is known.
/// 3. What comes unasked changes nothing.
struct TerminalProbe {
    /// What came of it.
    struct Findings: Equatable {
        var widths = WidthRules()
        var ground: RGB?

        var saysNothing: Bool { widths.isStandard && ground == nil }
    }

    /// A row where no key of any terminal looks like the answer: `ESC [ 1 ; 2 R` is Shift and F3.
    private static let row = 4

    private let samples: [WidthSample]
    private var measured = 0
    private var findings = Findings()
    private(set) var isAwaited: Bool

    /// - Parameters:
    ///   - knowsGround: whether colours are of use.
    init(isUTF8: Bool, asksGround: Bool) {
        samples = isUTF8 ? WidthSample.allCases : []
        isAwaited = true
        questions = Self.questions(samples, asksGround: asksGround)
    }

    /// Asks nothing.
    init() {
        samples = []
        isAwaited = false
        questions = ""
    }

    /// What is written to the terminal, at once, so that no sample is ever seen.
    let questions: String

    private static func questions(_ samples: [WidthSample], asksGround: Bool) -> String {
        let start = "\u{1B}[\(row);1H"
        var text = samples.map { start + $0.text + "\u{1B}[6n" }.joined()
        if !samples.isEmpty { text += start + "\u{1B}[K" }
        if asksGround { text += "\u{1B}]11;?\u{1B}\\" }
        return text + "\u{1B}[c"
    }

    /// - Returns: everything that is known, once the last answer is there.
    mutating func take(_ report: TerminalReport) -> Findings? {
        guard isAwaited else { return nil }
        switch report {
        case .cursor(_, let column):
            guard samples.indices.contains(measured) else { return nil }
            findings.widths.measured(samples[measured], columns: column - 1)
            measured += 1
            return nil
        case .ground(let colour):
            findings.ground = colour
            return nil
        case .attributes:
            isAwaited = false
            // With one answer missing nobody knows whose the others are.
            if measured != samples.count { findings.widths = WidthRules() }
            return findings
        }
    }
}
