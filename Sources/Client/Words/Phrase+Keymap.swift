import Cells

extension Phrase {
    /// What is wrong with a change of keys, or what it does besides.
    package static func keymapProblem(_ problem: KeymapProblem) -> Phrase {
        switch problem {
        case .noSuchPlace(let name):
            let name = shown(name)
            return Phrase(
                "there is no place “\(name)” for keys", "não há lugar “\(name)” para teclas")
        case .noSuchAction(let name):
            let name = shown(name)
            return Phrase("there is no action “\(name)”", "não há ação “\(name)”")
        case .notThere(let action, let place):
            return Phrase(
                "\(action.settingName) has no key in \(place.settingName)",
                "\(action.settingName) não tem tecla em \(place.settingName)")
        case .noSuchKey(let name, let action):
            let name = shown(name)
            return Phrase(
                "\(action.settingName): there is no key “\(name)”",
                "\(action.settingName): não há tecla “\(name)”")
        case .wantedTwice(let key, let first, let second, let place):
            return Phrase(
                "\(place.settingName): both \(first.settingName) and \(second.settingName) want "
                    + "\(key); \(first.settingName) has it",
                "\(place.settingName): \(first.settingName) e \(second.settingName) querem "
                    + "\(key); fica com \(first.settingName)")
        case .taken(let key, let action, let other, let place):
            return Phrase(
                "\(place.settingName): \(key) is \(action.settingName) now, and no longer "
                    + other.settingName,
                "\(place.settingName): \(key) agora é \(action.settingName), e não mais "
                    + other.settingName)
        case .hidden(let key, let action, let other, let place):
            return Phrase(
                "\(key) is not \(action.settingName) in \(place.settingName): there it is "
                    + other.settingName,
                "\(key) não é \(action.settingName) em \(place.settingName): lá é "
                    + other.settingName)
        case .chordTaken(let chord, let action, let other, let place):
            return Phrase(
                "\(place.settingName): \(chord) is \(action.settingName) now, and no longer "
                    + other.settingName,
                "\(place.settingName): \(chord) agora é \(action.settingName), e não mais "
                    + other.settingName)
        case .chordHidden(let chord, let action, let other, let place):
            return Phrase(
                "\(place.settingName): \(chord) is never \(action.settingName), for "
                    + "\(chord.keys[0]) alone is \(other.settingName) there",
                "\(place.settingName): \(chord) nunca é \(action.settingName), pois "
                    + "\(chord.keys[0]) sozinha já é \(other.settingName) lá")
        case .needed(let action, let place):
            return Phrase(
                "\(place.settingName): \(action.settingName) keeps its keys, for without one "
                    + "nobody gets out",
                "\(place.settingName): \(action.settingName) mantém suas teclas, pois sem uma "
                    + "ninguém sai")
        }
    }

    /// Something that the settings file gets wrong.
    package static func inSettings(_ problem: Phrase) -> Phrase {
        Phrase(
            "config.toml: \(problem.said(in: .english))",
            "config.toml: \(problem.said(in: .portuguese))")
    }

    /// After the screen is gone.
    package static func crashed(log: String) -> Phrase {
        Phrase(
            "enxame has crashed, and is sorry. What is known of it stands in \(log)",
            "o enxame parou por uma falha. Os detalhes estão em \(log)")
    }

    private static func shown(_ name: String) -> String {
        name.cleanedForScreen.truncated(to: 40)
    }
}
