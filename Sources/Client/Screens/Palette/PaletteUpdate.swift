import Cells

extension AppState {
    /// What fits the words typed so far, best first. As good ones come in this order: what is at
    /// home here, what holds everywhere, the rest; what cannot be done now comes last.
    package func paletteEntries(_ palette: PaletteState) -> [PaletteEntry] {
        let needle = palette.search.text
        let here = baseContexts.first
        let matches = Action.allCases.compactMap { action -> (PaletteEntry, FuzzyMatch, Int)? in
            let places = placesOf(action)
            guard let place = places.first, isOffered(place),
                let match = FuzzyMatch(of: say(action.title), for: needle)
            else { return nil }
            let key = keymap.binding(of: action, in: places)?.shown.first
            let reason = paletteObjection(to: action, at: places)
            let entry = PaletteEntry(
                action: action, key: key ?? "", reason: reason, places: match.places)
            let distance =
                reason != nil
                ? 4 : action.isStep ? 3 : place == here ? 0 : place == .everywhere ? 1 : 2
            return (entry, match, distance)
        }
        // Swift's sort is stable, so that equals keep the order of the actions.
        return matches.sorted { a, b in
            if (a.2 == 4) != (b.2 == 4) { return b.2 == 4 }
            return a.1.score != b.1.score ? a.1.score > b.1.score : a.2 < b.2
        }.map(\.0)
    }

    /// Where an action is at home, and else where it has a key: here first.
    private func placesOf(_ action: Action) -> [KeyContext] {
        if let place = action.place { return [place, .always] }
        let bound = KeyContext.allCases.filter { place in
            keymap[place].contains { $0.action == action }
        }
        return bound.filter(baseContexts.contains) + bound.filter { !baseContexts.contains($0) }
    }

    private func paletteObjection(to action: Action, at places: [KeyContext]) -> Phrase? {
        if action.place == nil, let place = places.first, !baseContexts.contains(place) {
            return .onlyIn(place.title)
        }
        return objection(to: action)
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
            let entry = entries[palette.cursor.index]
            overlays.removeLast()
            if let reason = entry.reason {
                note(.cannot(entry.action.title, reason), .bad)
                return []
            }
            return perform(entry.action)
        default:
            guard let motion = motion(of: action) else { return [] }
            palette.cursor.move(
                motion, count: entries.count, height: PaletteLayout(self).list.height)
            overlays[overlays.count - 1] = .palette(palette)
            return []
        }
    }
}
