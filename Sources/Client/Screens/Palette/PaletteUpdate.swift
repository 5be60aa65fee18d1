import Cells

extension AppState {
    /// What fits the words typed so far, best first; what cannot be done now comes last.
    package func paletteEntries(_ palette: PaletteState) -> [PaletteEntry] {
        let needle = palette.search.text
        let matches = Action.allCases.compactMap { action -> (PaletteEntry, Int)? in
            guard let place = action.place, isOffered(place),
                let score = FuzzyMatch.score(of: say(action.title), for: needle)
            else { return nil }
            let key = keymap.binding(of: action, in: [place, .always])?.keys.first?.description
            let entry = PaletteEntry(
                action: action, key: key ?? "", reason: objection(to: action))
            return (entry, score)
        }
        // Swift's sort is stable, so that equals keep the order of the actions.
        return matches.sorted { a, b in
            let ranks = (a.0.reason == nil ? 0 : 1, b.0.reason == nil ? 0 : 1)
            return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : a.1 > b.1
        }.map(\.0)
    }

    /// What only staff may do is not named to others.
    private func isOffered(_ place: KeyContext) -> Bool {
        switch place {
        case .users, .roles, .approvals, .evidence, .bans, .invitations, .settings, .audit:
            adminSections.contains { $0.context == place }
        default: true
        }
    }

    mutating func performInPalette(_ action: Action, _ palette: PaletteState) -> [Effect] {
        var palette = palette
        let entries = paletteEntries(palette)
        switch action {
        case .dismiss:
            overlays.removeLast()
            return []
        case .activate:
            guard entries.indices.contains(palette.cursor.index) else { return [] }
            overlays.removeLast()
            return perform(entries[palette.cursor.index].action)
        default:
            guard let motion = action.motion else { return [] }
            palette.cursor.move(
                motion, count: entries.count, height: PaletteLayout(self).list.height)
            overlays[overlays.count - 1] = .palette(palette)
            return []
        }
    }
}
