package import Cells

/// What the settings file says of one action's keys.
package struct KeyChange: Hashable, Sendable {
    /// Where; everywhere that the action has a key, if it is not said.
    package let place: String?
    package let action: String
    package let keys: [String]

    package init(place: String? = nil, action: String, keys: [String]) {
        self.place = place
        self.action = action
        self.keys = keys
    }
}

/// What a change cannot mean, or does beside what was meant.
package enum KeymapProblem: Error, Hashable {
    case noSuchPlace(String)
    case noSuchAction(String)
    case notThere(Action, KeyContext)
    case noSuchKey(String, Action)
    /// Two changes want the key in the same place: the first has it.
    case wantedTwice(Key, by: Action, and: Action, KeyContext)
    /// The key meant something else there, which has lost it.
    case taken(Key, by: Action, from: Action, KeyContext)
    /// In a more particular place the key means something else.
    case hidden(Key, of: Action, by: Action, KeyContext)
    /// As `taken`, of a chord; two changes that want one end so too.
    case chordTaken(KeyChord, by: Action, from: Action, KeyContext)
    /// Its first key acts by itself, so the chord is never finished.
    case chordHidden(KeyChord, of: Action, by: Action, KeyContext)
    /// Without a key for this nobody gets out.
    case needed(Action, KeyContext)
}
