import API
import Domain

extension AppState {
    mutating func openSetting() -> [Effect] {
        guard let row = admin.settings.current, let settings = session?.settings else { return [] }
        overlays.append(.form(.setting(row, of: settings, figures)))
        return []
    }

    mutating func settingsChanged(_ outcome: Outcome<SettingsBody>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            return failForm(failure) { if case .setting = $0 { true } else { false } }
        case .success(let settings):
            closeForm { if case .setting = $0 { true } else { false } }
            if let before = session?.settings { rememberSettings(before, settings) }
            session?.settings = settings
            note(.settingSaved, .good)
            return []
        }
    }
}
