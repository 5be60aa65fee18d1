import Cells

extension Keymap {
    /// The keymap with other keys, and everything about them that a person should know.
    ///
    /// What a change wants it gets, and whatever had the key in that place loses it; a change that
    /// cannot be understood is left out as a whole. What is said of one place holds there, whatever
    /// is said of the action everywhere.
    package func changing(_ changes: [KeyChange]) -> (keymap: Keymap, problems: [KeymapProblem]) {
        var (map, problems) = (self, [KeymapProblem]())
        var wanted: [KeyContext: [Key: Action]] = [:]
        var decided: [Action: Set<KeyContext>] = [:]
        for change in changes.filter({ $0.place != nil }) + changes.filter({ $0.place == nil }) {
            do throws(KeymapProblem) {
                let (action, keys, chords, all) = try understood(change)
                let places = all.filter { decided[action]?.contains($0) != true }
                decided[action, default: []].formUnion(places)
                for place in places {
                    for key in keys {
                        if let other = wanted[place]?[key], other != action {
                            throw .wantedTwice(key, by: other, and: action, place)
                        }
                    }
                    if keys.isEmpty, chords.isEmpty, Self.needed.contains(action) {
                        throw .needed(action, place)
                    }
                }
                for place in places {
                    for key in keys { wanted[place, default: [:]][key] = action }
                    problems += map.bind(action, to: keys, chords: chords, in: place)
                }
            } catch {
                problems.append(error)
            }
        }
        // Whoever lost a key that is needed has it back.
        for place in KeyContext.allCases {
            for binding in map[place] where Self.needed.contains(binding.action) {
                let before = self[place].first { $0.action == binding.action }?.keys ?? []
                guard binding.keys.isEmpty, binding.chords.isEmpty, !before.isEmpty else {
                    continue
                }
                problems.append(.needed(binding.action, place))
                _ = map.bind(binding.action, to: before, in: place)
            }
        }
        let unreachable = map.hiddenChords().filter { !self.hiddenChords().contains($0) }
        return (map, problems + map.hidden(wanted, before: self) + unreachable)
    }

    /// The ways out: of the program, of a question, of a form.
    private static let needed: Set<Action> = [.quit, .dismiss, .confirm]

    private func understood(
        _ change: KeyChange
    ) throws(KeymapProblem) -> (Action, [Key], [KeyChord], [KeyContext]) {
        guard let action = Action.allCases.first(where: { $0.settingName == change.action }) else {
            throw .noSuchAction(change.action)
        }
        var keys: [Key] = []
        var chords: [KeyChord] = []
        for name in change.keys {
            if let chord = KeyChord(name: name) {
                chords.append(chord)
                continue
            }
            guard let key = Key(name: name) else { throw .noSuchKey(name, action) }
            keys.append(key)
        }
        guard let place = change.place else {
            return (action, keys, chords, places(of: action))
        }
        guard let context = KeyContext.allCases.first(where: { $0.settingName == place }) else {
            throw .noSuchPlace(place)
        }
        guard places(of: action).contains(context) else { throw .notThere(action, context) }
        return (action, keys, chords, [context])
    }

    private func places(of action: Action) -> [KeyContext] {
        KeyContext.allCases.filter { self[$0].contains { $0.action == action } }
    }

    /// Chords whose first key acts by itself in the same place.
    private func hiddenChords() -> [KeymapProblem] {
        KeyContext.allCases.flatMap { place in
            self[place].flatMap { binding in
                binding.chords.compactMap { chord in
                    let other = self[place].first { $0.keys.contains(chord.keys[0]) }
                    return other.map {
                        .chordHidden(chord, of: binding.action, by: $0.action, place)
                    }
                }
            }
        }
    }

    /// What the keys meant in the particular places that are asked before these.
    /// As long as a change brought it about: the standard knows what it does.
    private func hidden(
        _ wanted: [KeyContext: [Key: Action]], before standard: Keymap
    ) -> [KeymapProblem] {
        var problems: [KeymapProblem] = []
        for general in [KeyContext.everywhere, .lists] {
            for (key, action) in (wanted[general] ?? [:]).sorted(by: { "\($0)" < "\($1)" }) {
                for place in KeyContext.panes {
                    let other = self[place].first { $0.keys.contains(key) }
                    let isStandard =
                        standard[general].has(key, for: action)
                        && other.map { standard[place].has(key, for: $0.action) } == true
                    if let other, other.action != action, !isStandard {
                        problems.append(.hidden(key, of: action, by: other.action, place))
                    }
                }
            }
        }
        return problems
    }
}

extension [Binding] {
    fileprivate func has(_ key: Key, for action: Action) -> Bool {
        contains { $0.action == action && $0.keys.contains(key) }
    }
}

extension KeyContext {
    /// What can lie under what holds everywhere.
    static let panes: [KeyContext] = [
        .entry, .catalog, .marks, .transfers, .ratio, .activity, .adminMenu, .admin, .users, .roles,
        .approvals,
        .evidence, .bans, .invitations, .settings, .audit,
    ]
}
