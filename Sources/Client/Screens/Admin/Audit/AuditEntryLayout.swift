import API
import Cells

/// Where an entry stands, and its lines, each fact wrapped beside its name.
struct AuditEntryLayout {
    let box: Rect
    let text: Rect
    let lines: [[Span]]
    let lastScroll: Int

    init(_ state: AppState, _ entry: AuditEntryState) {
        let body = ScreenLayout(state.size).body
        let width = min(90, body.width - 4)
        lines = Self.lines(of: entry.entry, state, width: width - 4)
        box = body.dialog(width: width, height: lines.count + 2)
        text = box.inset(horizontal: 2, vertical: 1)
        lastScroll = max(0, lines.count - text.height)
    }

    private static func lines(of act: AuditBody, _ state: AppState, width: Int) -> [[Span]] {
        let figures = state.figures
        let facts: [(Phrase, String?)] = [
            (.entryNumber, figures.grouped(act.id)),
            (.when, figures.momentInFull(act.at, now: state.now.timestamp)),
            (.who, act.actor), (.what, act.act), (.whom, act.subject), (.reason, act.reason),
            (.before, act.before), (.after, act.after), (.askedFrom, act.address),
        ]
        let label = (facts.map { state.say($0.0).columns }.max() ?? 0) + 2
        return facts.flatMap { name, value -> [[Span]] in
            let text = value.map { $0.wrapped(to: max(8, width - label)) } ?? ["–"]
            return text.enumerated().map { index, line in
                [
                    Span(
                        (index == 0 ? state.say(name).lowercased() : "").fitted(to: label),
                        .textDim),
                    Span(line, value == nil ? .textDim : .text),
                ]
            }
        }
    }
}
