import API
import Cells

/// The community's settings, each with what it means.
struct SettingsView {
    let state: AppState

    private var isFocused: Bool { !state.admin.focusesMenu }

    func draw(_ layout: AdminLayout, on grid: inout Grid) {
        Pane(state.say(AdminSection.settings.title), number: layout.number, isFocused: isFocused)
            .draw(on: &grid, in: layout.main)
        guard let settings = state.session?.settings else {
            let words = state.admin.settings.failure?.phrase ?? .loading
            grid.say(state.say(words), in: layout.list)
            return
        }
        let rows = SettingsState.Row.allCases
        let width = (rows.map { state.say($0.title).columns }.max() ?? 0) + 3
        let window = state.admin.settings.cursor.window(
            count: rows.count, height: layout.list.height)
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            let setting = rows[index]
            grid.write(
                [
                    Span(state.say(setting.title).fitted(to: width), .text),
                    Span(value(of: setting, settings).fitted(to: 14), .title, .bold),
                    Span(state.say(setting.hint), .textDim),
                ], in: rect)
            if index == window.cursor { grid.select(rect, isFocused: isFocused) }
        }
    }

    private func value(of row: SettingsState.Row, _ settings: SettingsBody) -> String {
        switch row {
        case .registration: state.say(settings.registration.phrase)
        case .requiredRatio: state.figures.ratio(settings.requiredRatio)
        case .graceBytes: state.figures.compact(settings.graceBytes)
        case .announceInterval:
            state.say(.secondsLong(state.figures.grouped(settings.announceInterval)))
        case .downloadSlots:
            settings.downloadSlots == 0
                ? state.say(.noLimit) : state.figures.grouped(settings.downloadSlots)
        case .seedingHours:
            settings.seedingHours == 0
                ? state.say(.nothingAsked) : "\(state.figures.grouped(settings.seedingHours)) h"
        case .seedingRatio:
            settings.seedingRatioPercent == 0
                ? state.say(.onlyTime)
                : state.figures.ratio(Double(settings.seedingRatioPercent) / 100)
        }
    }
}
