import API
import Cells
import Domain

/// Banned addresses or banned clients, newest first, and the ban under the cursor.
struct BansView {
    let state: AppState

    private var bans: BansState { state.admin.bans }
    private var isFocused: Bool { !state.admin.focusesMenu }

    func draw(_ layout: AdminLayout, on grid: inout Grid) {
        let window = bans.window(height: layout.list.height)
        let marks = bans.kind == .addresses ? bans.addressMarks : bans.clientMarks
        let inside = Pane(
            state.say(AdminSection.bans.title), number: layout.number,
            footer: state.markedWords(in: bans.kind == .addresses ? .addressBans : .clientBans),
            isFocused: isFocused
        ).draw(on: &grid, in: layout.main)
        grid.write(tabs, in: inside.row(0))
        let isOfAddresses = bans.kind == .addresses
        let table = TableLayout(
            [
                TableColumn(
                    state.say(isOfAddresses ? .range : .clientPrefix), .flexible(minimum: 18)),
                TableColumn(state.say(.untilWhen), .fixed(11), priority: isOfAddresses ? 1 : 4),
                TableColumn(state.say(.uploader), .fixed(12), priority: 2),
                .number(state.say(.age), 6, priority: 3),
                TableColumn(state.say(.reason), .flexible(minimum: 16)),
            ], width: inside.width)
        if bans.count > 0 { table.drawTitles(on: &grid, in: inside.row(1)) }
        for (row, index) in window.visible.enumerated() {
            guard let ban = ban(index) else { continue }
            let rect = layout.list.row(row)
            table.drawRow(cells(ban), on: &grid, in: rect)
            let isMarked = marks.contains(ban.id, row: index)
            if isMarked { grid.mark(rect) }
            if index == window.cursor {
                grid.select(rect, isFocused: isFocused, isMarked: isMarked)
            }
        }
        grid.point(at: .main, window, in: layout.list, isFocused: isFocused)
        if bans.count == 0 {
            let empty: Phrase = isOfAddresses ? .noAddressBans : .noClientBans
            grid.say(
                state.say(bans.failure?.phrase ?? (bans.hasAnswer ? empty : .loading)),
                in: layout.list)
        }
        if let detail = layout.detail { drawDetail(on: &grid, in: detail) }
    }

    private var tabs: [Span] {
        BansState.Kind.allCases.flatMap { kind in
            let isShown = kind == bans.kind
            let count =
                kind == .addresses
                ? bans.addresses.count(state.figures) : bans.clients.count(state.figures)
            let edge = Style(isShown && isFocused ? .accent : .border)
            return [
                Span(isShown ? "▌" : " ", edge),
                Span(state.say(kind.title), isShown ? Style(.title, .bold) : .dim),
                Span(count.isEmpty ? "" : " \(count)", .textDim),
                Span(isShown ? "▐ " : "  ", edge),
            ]
        }
    }

    private func ban(_ index: Int) -> BanRow? {
        switch bans.kind {
        case .addresses:
            bans.addresses.items.indices.contains(index)
                ? BanRow(bans.addresses.items[index]) : nil
        case .clients:
            bans.clients.items.indices.contains(index) ? BanRow(bans.clients.items[index]) : nil
        }
    }

    private func cells(_ ban: BanRow) -> [[Span]] {
        let figures = state.figures
        let now = state.now.timestamp
        return [
            [Span(ban.whom)], [until(ban)], [Span(ban.actor, .textDim)],
            [Span(figures.age(ban.madeAt, now: now), .textDim)],
            [Span(ban.reason, .textDim)],
        ]
    }

    private func until(_ ban: BanRow) -> Span {
        if ban.isAllowed { return Span(state.say(.allowedClient), .good) }
        guard let end = ban.expiresAt else { return Span(state.say(.forGood), .textDim) }
        let now = state.now.timestamp
        return end <= now
            ? Span(state.say(.isOver), .textDisabled) : Span(state.figures.day(end, now: now))
    }

    private func drawDetail(on grid: inout Grid, in rect: Rect) {
        guard let ban = bans.current else {
            Pane(state.say(.detail)).draw(on: &grid, in: rect)
            return
        }
        let figures = state.figures
        let now = state.now.timestamp
        let inside = Pane(ban.whom).draw(on: &grid, in: rect)
        grid.write(
            [
                Span(state.say(.by) + " ", .textDim), Span(ban.actor),
                Span(", \(figures.momentInFull(ban.madeAt, now: now))", .textDim),
            ], in: inside)
        let end = ban.expiresAt.map { Phrase.until(figures.momentInFull($0, now: now)) }
        grid.write(
            state.say(ban.isAllowed ? .onlyAllowed : end ?? .forGood), in: inside, row: 1,
            style: Style(ban.isAllowed ? .good : .warning))
        for (row, line) in ban.reason.wrapped(to: max(1, inside.width)).enumerated() {
            grid.write(line, in: inside.row(row + 2))
        }
    }
}
