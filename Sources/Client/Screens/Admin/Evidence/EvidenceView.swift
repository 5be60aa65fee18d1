import API
import Cells
import Domain

/// Cases of evidence, newest first, and the one under the cursor with what stands behind it.
struct EvidenceView {
    let state: AppState

    private var evidence: EvidenceList { state.admin.evidence }
    private var isFocused: Bool { !state.admin.focusesMenu }

    func draw(_ layout: AdminLayout, on grid: inout Grid) {
        let list = evidence.list
        let window = list.window(height: layout.list.height)
        let inside = Pane(
            state.say(AdminSection.evidence.title), number: layout.number, isFocused: isFocused
        )
        .draw(on: &grid, in: layout.main)
        grid.write(tabs, in: inside.row(0))
        let table = TableLayout(
            [
                .number(state.say(.score), 6),
                TableColumn(state.say(.member), .fixed(12)),
                TableColumn(state.say(.whatIsWrong), .flexible(minimum: 20)),
                TableColumn(state.say(.title), .flexible(minimum: 16), priority: 1),
                .number(state.say(.age), 6, priority: 2),
            ], width: inside.width)
        if !list.items.isEmpty { table.drawTitles(on: &grid, in: inside.row(1)) }
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            table.drawRow(cells(list.items[index]), on: &grid, in: rect)
            if index == window.cursor { grid.select(rect, isFocused: isFocused) }
        }
        if list.items.isEmpty {
            let empty: Phrase = evidence.shown == .open ? .noOpenCases : .noClosedCases
            let words: Phrase = list.failure?.phrase ?? (list.hasAnswer ? empty : .loading)
            grid.say(state.say(words), in: layout.list)
        }
        if let detail = layout.detail { drawDetail(on: &grid, in: detail) }
    }

    private var tabs: [Span] {
        EvidenceState.allCases.flatMap { tab in
            let isShown = tab == evidence.shown
            let list = tab == .open ? evidence.open : evidence.closed
            let count = list.count(state.figures)
            let edge = Style(isShown && isFocused ? .accent : .border)
            return [
                Span(isShown ? "▌" : " ", edge),
                Span(state.say(tab.title), isShown ? Style(.title, .bold) : .dim),
                Span(count.isEmpty ? "" : " \(count)", .textDim),
                Span(isShown ? "▐ " : "  ", edge),
            ]
        }
    }

    private func cells(_ item: EvidenceBody) -> [[Span]] {
        [
            [Span(String(item.score), item.score >= 80 ? .bad : .warning)],
            [Span(item.username)], [Span(state.say(item.kind.phrase))],
            [Span(item.title ?? state.say(.hiddenEntry), .textDim)],
            [Span(state.figures.age(item.until, now: state.now.timestamp), .textDim)],
        ]
    }

    private func drawDetail(on grid: inout Grid, in rect: Rect) {
        guard let item = evidence.current else {
            Pane(state.say(.detail)).draw(on: &grid, in: rect)
            return
        }
        let inside = Pane("\(item.username): \(state.say(item.kind.phrase))")
            .draw(on: &grid, in: rect)
        let facts = facts(item, width: inside.width)
        for (row, line) in facts.enumerated() { grid.write(line, in: inside, row: row) }
        guard let detail = evidence.currentDetail else { return }
        let room = inside.height - facts.count - 1
        guard room > 0 else { return }
        let table = TableLayout(
            [
                TableColumn(state.say(.when), .fixed(17)),
                .number(state.say(.claimedUp), 8), .number(state.say(.claimedDown), 8),
                .number(state.say(.stillMissing), 8),
                TableColumn(state.say(.announceEvent), .flexible(minimum: 9), priority: 1),
            ], width: inside.width)
        table.drawTitles(on: &grid, in: inside.row(facts.count))
        for (row, announce) in detail.announces.suffix(room).enumerated() {
            table.drawRow(cells(announce), on: &grid, in: inside.row(facts.count + 1 + row))
        }
    }

    /// What was claimed against what, whose client it was, and what somebody made of it.
    private func facts(_ item: EvidenceBody, width: Int) -> [[Span]] {
        let figures = state.figures
        let now = state.now.timestamp
        var lines: [[Span]] = [
            [Span(state.say(.claims) + " ", .textDim)] + figures.spans(item.claimed)
                + [Span(", " + state.say(.explainedIs) + " ", .textDim)]
                + figures.spans(item.explained)
                + [
                    Span(
                        ", \(figures.moment(item.since, now: now)) – \(figures.moment(item.until, now: now))",
                        .textDim)
                ]
        ]
        guard let detail = evidence.currentDetail else { return lines }
        var client = [
            Span(state.say(.clientIs) + " ", .textDim), Span(Self.client(detail.peerId)),
        ]
        if let other = detail.counterpart {
            client += [Span(", " + state.say(.besideIs) + " ", .textDim), Span(other)]
        }
        lines.append(client)
        if let review = detail.review {
            let style: Style = review.verdict == .confirmed ? Style(.bad) : Style(.good)
            lines.append([
                Span(state.say(review.verdict.phrase), style),
                Span(
                    " \(state.say(.by)) \(review.reviewer), \(figures.moment(review.at, now: now)): ",
                    .textDim), Span(review.reason),
            ])
        }
        return lines
    }

    private func cells(_ announce: EvidenceAnnounce) -> [[Span]] {
        let figures = state.figures
        return [
            [Span(figures.momentInFull(announce.at, now: state.now.timestamp), .textDim)],
            figures.spans(announce.up), figures.spans(announce.down), figures.spans(announce.left),
            [Span(announce.event.map { OneLine.cleaned($0) } ?? "", .textDim)],
        ]
    }

    /// How the peer id begins, as far as it is text.
    private static func client(_ peerID: String) -> String {
        let bytes = (Hex.decode(peerID) ?? []).prefix { (0x21...0x7E).contains($0) }
        return bytes.isEmpty ? peerID : String(decoding: bytes.prefix(8), as: UTF8.self)
    }
}
