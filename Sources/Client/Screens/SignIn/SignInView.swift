import API
import Cells

/// The way in: a card in the middle.
struct SignInView {
    let state: AppState

    private var signIn: SignInState { state.signIn }

    func draw(on grid: inout Grid, in rect: Rect) {
        let width = min(72, rect.width - 4)
        let rows = lines(width: width - 6)
        let height = min(rows.count + 4, rect.height)
        let box = rect.centred(width: width, height: height)
        let title = signIn.server == nil ? Phrase.welcomeTitle : .signInTitle
        let inside = Pane(
            state.say(title), right: "enxame", isFocused: true
        ).draw(on: &grid, in: box).inset(horizontal: 1, vertical: height > rows.count + 3 ? 1 : 0)
        // The focus stays in sight where not all fits.
        let focused = rows.lastIndex { $0.stop == signIn.focus } ?? 0
        let window = ListWindow(count: rows.count, cursor: focused, height: inside.height)
        for (row, index) in window.visible.enumerated() {
            draw(rows[index], on: &grid, in: inside.row(row))
        }
    }

    /// One line of the card.
    private struct Line {
        var spans: [Span] = []
        var stop: SignInState.Stop?
        var detail = ""
    }

    private func lines(width: Int) -> [Line] {
        var lines: [Line] = []
        func text(_ phrase: Phrase, _ style: Style = .dim) {
            for line in state.say(phrase).wrapped(to: width) {
                lines.append(Line(spans: [Span(line, style)]))
            }
        }
        func space() { lines.append(Line()) }

        text(.promise)
        space()
        if let notice = signIn.notice { text(notice, Style(.warning)); space() }
        if let server = signIn.server {
            let label = state.say(.community).fitted(to: labelWidth)
            lines.append(
                Line(spans: [Span(label + " ", .textDim), Span(server.name, .title, .bold)]))
            lines.append(Line(stop: .username))
            lines.append(Line(stop: .password))
            if signIn.code != nil { lines.append(Line(stop: .code)) }
            lines.append(contentsOf: answer(width))
        } else {
            text(.noServerYet, .text)
            lines.append(contentsOf: answer(width))
        }
        space()
        appendDemo(to: &lines)
        appendServers(to: &lines)
        appendWays(to: &lines)
        return lines
    }

    /// What came of the last try, or what goes on, on one line that is always there.
    private func answer(_ width: Int) -> [Line] {
        let label = String(repeating: " ", count: signIn.server == nil ? 0 : labelWidth + 1)
        if let busy = signIn.busy {
            return [Line(spans: [Span(label), Span(state.say(busy.phrase), .accent)])]
        }
        if let failure = signIn.failure {
            return state.say(failure).wrapped(to: width - label.count).map {
                Line(spans: [Span(label), Span($0, .bad)])
            }
        }
        return []
    }

    private func appendDemo(to lines: inout [Line]) {
        guard !signIn.demoAccounts.isEmpty else { return }
        lines.append(Line(spans: [Span(state.say(.demoAccounts), .textDim)]))
        for (index, account) in signIn.demoAccounts.enumerated() {
            lines.append(
                Line(
                    spans: [
                        Span(account.username.fitted(to: labelWidth + 1)),
                        Span("[\(account.roleName)]".fitted(to: 16), .textDim),
                        Span(account.password, .textDim),
                    ], stop: .demoAccount(index)))
        }
        lines.append(Line())
    }

    private func appendServers(to lines: inout [Line]) {
        guard !signIn.otherServers.isEmpty else { return }
        lines.append(Line(spans: [Span(state.say(.otherCommunities), .textDim)]))
        for (index, server) in signIn.otherServers.enumerated() {
            lines.append(
                Line(
                    spans: [Span(server.address.name)], stop: .server(index),
                    detail: server.username ?? ""))
        }
        lines.append(Line())
    }

    private func appendWays(to lines: inout [Line]) {
        let ways: [(SignInState.Stop, Phrase, Phrase)] = [
            (.host, .hostHere, .hostHereHint), (.demo, .tryDemo, .tryDemoHint),
            (.enterAddress, .enterAddress, .enterAddressHint),
        ]
        for (stop, title, hint) in ways where signIn.stops.contains(stop) {
            lines.append(Line(spans: [Span(state.say(title))], stop: stop))
            guard signIn.server == nil else { continue }
            lines.append(Line(spans: [Span("  " + state.say(hint), .textDim)]))
        }
    }

    private var labelWidth: Int { 12 }

    private func draw(_ line: Line, on grid: inout Grid, in row: Rect) {
        let isFocused = line.stop != nil && line.stop == signIn.focus && state.overlays.isEmpty
        switch line.stop {
        case .username, .password, .code:
            let isSecret = line.stop == .password
            let (name, field): (Phrase, TextField) =
                switch line.stop {
                case .password: (.password, signIn.password)
                case .code: (.secondFactorCode, signIn.code ?? TextField())
                default: (.username, signIn.username)
                }
            let label = state.say(name)
            grid.write(label, in: row, style: isFocused ? .accent : .dim)
            if isFocused { grid.markField(before: labelWidth, in: row) }
            let area = Rect(
                x: row.x + labelWidth, y: row.y, width: min(34, row.width - labelWidth), height: 1)
            grid.fill(
                area, style: Style(.text, on: isFocused ? .rowSelected : .rowSelectedUnfocused))
            grid.write(
                field, in: area.inset(horizontal: 1), isFocused: isFocused,
                mask: isSecret ? "•" : nil)
        default:
            grid.write(line.spans, in: row)
            grid.write(line.detail, in: row, style: .dim, alignment: .right)
            if isFocused { grid.select(row, isFocused: true) }
        }
    }
}
