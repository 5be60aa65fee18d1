import API
import Cells
import Domain

/// Who one is here, where one is signed in, and the keys one gave to scripts.
struct AccountView {
    let state: AppState

    private var account: AccountState { state.account }
    private var isFocused: Bool { state.overlays.last == .account }

    func draw(on grid: inout Grid) {
        let layout = AccountLayout(state)
        Pane(state.say(Action.openAccount.title), isFocused: isFocused)
            .draw(on: &grid, in: layout.box)
        drawMenu(on: &grid, in: layout.menu)
        switch account.section {
        case .oneself: OneselfView(state: state, isFocused: isFocused).draw(layout, on: &grid)
        case .sessions: OwnSessionsView(state: state, isFocused: isFocused).draw(layout, on: &grid)
        case .keys: OwnKeysView(state: state, isFocused: isFocused).draw(layout, on: &grid)
        }
        if let said = account.said {
            grid.write(
                "\(said.tone.sign) \(state.say(said.text))", in: layout.answer,
                style: Style(said.tone.meaning))
        }
    }

    private func drawMenu(on grid: inout Grid, in rect: Rect) {
        var spans: [Span] = []
        for section in AccountSection.allCases {
            let isOpen = section == account.section
            let start = spans.columns
            spans.append(Span(isOpen ? "▌" : " ", isFocused ? .accent : .border))
            spans.append(Span(state.say(section.title), isOpen ? Style.title : .dim))
            if let count = count(of: section) { spans.append(Span(" \(count)", .textDim)) }
            spans.append(Span(isOpen ? "▐" : " ", isFocused ? .accent : .border))
            let area = Rect(
                x: rect.x + start, y: rect.y, width: spans.columns - start, height: rect.height)
            grid.zone(area, .tab(section.rawValue))
            spans.append(Span(" "))
        }
        grid.write(spans, in: rect)
    }

    private func count(of section: AccountSection) -> String? {
        switch section {
        case .oneself: nil
        case .sessions:
            account.sessions.hasAnswer ? state.figures.grouped(account.sessions.items.count) : nil
        case .keys: account.keys.hasAnswer ? state.figures.grouped(account.keys.items.count) : nil
        }
    }
}
