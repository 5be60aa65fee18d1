import Cells
import Domain

/// The line at the bottom: what can be done here, or what has just happened; rates and connection.
struct StatusLineView {
    let state: AppState

    func draw(on grid: inout Grid, in rect: Rect) {
        let right = state.session == nil ? [] : figures(width: rect.width)
        grid.write(right, in: rect, alignment: .right)
        let room = max(0, rect.width - right.columns - 2)
        let area = Rect(x: rect.x + 1, y: rect.y, width: room - 1, height: 1)
        if !state.typed.isEmpty {
            WhichKeyView(state: state).drawLine(on: &grid, in: area)
        } else if let remark = state.remark {
            grid.write(state.say(remark), in: area, style: Style(.warning))
        } else if let batch = state.batch {
            let words = Phrase.batchAt(batch.act, batch.done + 1, of: batch.steps.count)
            grid.write("… " + state.say(words), in: area, style: .accent)
        } else if let toast = state.activity.toast(at: state.now), state.overlays.isEmpty {
            let style = Style(toast.tone.meaning)
            grid.write("\(toast.tone.sign) \(state.say(toast.text))", in: area, style: style)
        } else {
            grid.write(hints(within: area.width), in: area)
        }
    }

    /// As many as fit whole; what is not allowed now is not offered.
    private func hints(within width: Int) -> [Span] {
        var spans: [Span] = []
        for hint in state.hints {
            let next = [Span(hint.key, .accent), Span(" \(hint.label)  ", .textDim)]
            if spans.columns + next.columns - 2 > width { break }
            spans += next
        }
        return spans
    }

    private func figures(width: Int) -> [Span] {
        // Below sixty columns the keys are worth more than the rates.
        guard width >= 60 else { return connection + [Span(" ")] }
        let isShort = width < 100
        let figures = state.figures
        let unit = isShort ? "" : "/s"
        var spans = [
            Span("↓ ", .download), rate(state.transfers.downloadRate, unit),
            Span(isShort ? " " : "  "),
            Span("↑ ", .upload), rate(state.transfers.uploadRate, unit), Span("  "),
        ]
        if let free = state.freeDisk, !isShort {
            spans.append(Span("\(state.say(.free)) ", .textDim))
            spans.append(Span(figures.compact(free) + "  "))
        }
        return spans + connection + [Span(" ")]
    }

    private func rate(_ rate: ByteCount, _ unit: String) -> Span {
        rate == .zero
            ? Span("0", .textDim) : Span(state.figures.compact(rate) + unit)
    }

    private var connection: [Span] {
        switch state.connection {
        case .live: [Span("● ", .good), Span(state.say(.live), .textDim)]
        case .connecting: [Span("○ ", .warning), Span(state.say(.connecting), .textDim)]
        case .closed: [Span("○ ", .warning), Span(state.say(.notLive), .textDim)]
        case .interrupted(let retryAt):
            [
                Span("○ ", .warning),
                Span(
                    state.say(.reconnecting(in: (retryAt.since(state.now) + 999) / 1000)),
                    .warning),
            ]
        }
    }
}
