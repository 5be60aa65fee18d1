import Cells
import Domain

/// The line at the bottom: what can be done here, and at the right rates, limits, free disk and the
/// connection. The time stands in the header.
struct StatusLineView {
    let state: AppState

    /// How much the figures say; the first that leaves the hints their part is taken.
    private enum Detail: CaseIterable {
        case all, short, tight, signs, rates, least
    }

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
        } else {
            drawHints(on: &grid, in: area)
        }
    }

    /// As many as fit whole; what is not allowed now is not offered.
    private func drawHints(on grid: inout Grid, in area: Rect) {
        var used = 0
        for hint in state.hints {
            let spans = [Span(hint.key, .accent), Span(" \(hint.label)", .textDim)]
            let width = spans.columns
            if used + width > area.width { break }
            let place = Rect(x: area.x + used, y: area.y, width: width, height: area.height)
            grid.write(spans, in: place)
            grid.zone(place, .key(hint.press))
            used += width + 2
        }
    }

    private func figures(width: Int) -> [Span] {
        // Below sixty columns the keys are worth more than the rates.
        let details = width < 60 ? [.least] : Detail.allCases
        let shares = details.lazy.map { figures($0) }
        return shares.first { $0.columns <= width * 9 / 20 } ?? figures(.least)
    }

    private func figures(_ detail: Detail) -> [Span] {
        guard detail != .least else { return connection(.short) + [Span(" ")] }
        let gap = Span(detail == .all || detail == .short ? "  " : " ")
        let rates =
            rate("↓", .download, state.transfers.downloadRate, state.limits.download, detail)
            + [gap] + rate("↑", .upload, state.transfers.uploadRate, state.limits.upload, detail)
            + [gap]
        return rates + (detail == .rates ? [] : free(gap)) + connection(detail) + [Span(" ")]
    }

    /// `↓ 12.4M/s of 20M`, or `↓12.4M/20M` where there is little room.
    private func rate(
        _ sign: String, _ meaning: Meaning, _ rate: ByteCount, _ limit: ByteCount?,
        _ detail: Detail
    ) -> [Span] {
        let figures = state.figures
        let isClose = detail == .signs || detail == .rates
        let unit = detail == .all && rate > .zero ? "/s" : ""
        let words = [
            Span(isClose ? sign : sign + " ", meaning),
            rate == .zero ? Span("0", .textDim) : Span(figures.compact(rate) + unit),
        ]
        guard let limit, detail != .rates else { return words }
        let most = figures.compact(limit)
        return words + [
            Span(detail == .all ? " \(state.say(.ofLimit)) \(most)" : "/\(most)", .textDim)
        ]
    }

    private func free(_ gap: Span) -> [Span] {
        guard let free = state.freeDisk else { return [] }
        return [
            Span("\(state.say(.free)) ", .textDim), Span(state.figures.compact(free)), gap,
        ]
    }

    private func connection(_ detail: Detail) -> [Span] {
        let isSign = detail == .signs || detail == .rates
        func said(_ sign: String, _ meaning: Meaning, _ words: String, _ style: Style) -> [Span] {
            isSign ? [Span(sign, meaning)] : [Span(sign + " ", meaning), Span(words, style)]
        }
        switch state.connection {
        case .live: return said("●", .good, state.say(.live), .dim)
        case .connecting: return said("○", .warning, state.say(.connecting), .dim)
        case .closed: return said("○", .warning, state.say(.notLive), .dim)
        case .interrupted(let retryAt):
            let seconds = (retryAt.since(state.now) + 999) / 1000
            // How long it takes is a fact, and stays.
            if isSign || detail == .tight {
                return [Span("○ \(seconds) s", .warning)]
            }
            return said(
                "○", .warning, state.say(.reconnecting(in: seconds)), Style(.warning))
        }
    }
}
