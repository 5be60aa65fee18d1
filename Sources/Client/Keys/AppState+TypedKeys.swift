import Cells

// How single keys become actions: digits are counts or panes, some keys begin chords, and whatever
// means nothing says so.
extension AppState {
    mutating func keyPressed(_ key: Key, at time: Duration) -> [Effect] {
        let isHeld = typed.arrived(key, at: time)
        let wasAwaiting = typed.awaitedPane != nil
        typed.remark = nil
        let effects = take(key, isHeld: isHeld)
        // The rest that was asked for is over by now, unless it was just asked for again.
        guard wasAwaiting, !effects.contains(.awaitRest) else { return effects }
        return [.cancel(.rest)] + effects
    }

    /// Nothing was typed for a moment: a lone digit is a pane now.
    mutating func keysRested() -> [Effect] {
        guard let pane = typed.awaitedPane else { return [] }
        typed.clear()
        return performOrSay(pane)
    }

    private mutating func take(_ key: Key, isHeld: Bool) -> [Effect] {
        if isTyping {
            typed.clear()
            if let effects = type(key) { return effects }
        }
        if case .paste(let text) = key {
            typed.clear()
            return pasted(text)
        }
        if !typed.chord.isEmpty { return takeInChord(key, isHeld: isHeld) }
        if let digit = key.digit, takesDigit(key, digit) { return takeDigit(key, digit) }
        return typed.count == nil ? press(key, isHeld: isHeld) : takeAfterCount(key, isHeld: isHeld)
    }

    // MARK: digits

    /// Whether a digit is a count here, or becomes part of one: wherever there are rows.
    private func takesDigit(_ key: Key, _ digit: Int) -> Bool {
        guard !isTyping, contexts.contains(.lists) else { return false }
        if typed.count != nil { return true }
        guard digit > 0 else { return false }
        switch keymap.meaning(of: [key], in: contexts) {
        case .nothing: return true
        case .action(let action): return action.opensPane
        case .beginning: return false
        }
    }

    private mutating func takeDigit(_ key: Key, _ digit: Int) -> [Effect] {
        let isFirst = typed.count == nil
        typed.add(digit: digit)
        guard isFirst, case .action(let pane) = keymap.meaning(of: [key], in: contexts),
            objection(to: pane) == nil
        else { return [] }
        typed.awaitedPane = pane
        return [.awaitRest]
    }

    private mutating func takeAfterCount(_ key: Key, isHeld: Bool) -> [Effect] {
        if key == .escape {
            typed.clear()
            return []
        }
        let meaning = keymap.meaning(of: [key], in: contexts)
        if case .action(let action) = meaning, action.takesCount {
            let times = typed.count
            typed.clear()
            return perform(action, times: times)
        }
        if let pane = typed.awaitedPane {
            // It was no count: the pane opens, and what follows is meant for the pane.
            typed.clear()
            let effects = performOrSay(pane)
            return key == .enter ? effects : effects + take(key, isHeld: isHeld)
        }
        typed.clear()
        switch meaning {
        case .action(let action): remark(.takesNoCount(key.description, action.title))
        case .beginning, .nothing: remark(.takesNoCount(key.description, nil))
        }
        return []
    }

    // MARK: chords and keys

    private mutating func takeInChord(_ key: Key, isHeld: Bool) -> [Effect] {
        let keys = typed.chord + [key]
        typed.clear()
        if key == .escape { return [] }
        switch keymap.meaning(of: keys, in: contexts) {
        case .action(let action): return perform(action, isHeld: isHeld)
        case .beginning: typed.chord = keys
        case .nothing: remarkUnbound(keys)
        }
        return []
    }

    private mutating func press(_ key: Key, isHeld: Bool) -> [Effect] {
        switch keymap.meaning(of: [key], in: contexts) {
        case .action(let action): return perform(action, isHeld: isHeld)
        case .beginning: typed.chord = [key]
        case .nothing: remarkUnbound([key])
        }
        return []
    }

    private mutating func perform(_ action: Action, isHeld: Bool) -> [Effect] {
        // On the way in, Enter goes from field to field, and nothing is lost by it.
        if isHeld, action.isOncePerPress, action != .activate || contexts.first != .signIn {
            return []
        }
        return performOrSay(action)
    }

    private mutating func perform(_ action: Action, times: Int?) -> [Effect] {
        typed.times = times
        defer { typed.times = nil }
        return performOrSay(action)
    }

    /// How an action moves a cursor, as often as was asked for.
    func motion(of action: Action) -> Motion? {
        guard let motion = action.motion else { return nil }
        return typed.times.map { motion.times($0) } ?? motion
    }

    // MARK: remarks

    private mutating func remarkUnbound(_ keys: [Key]) {
        // What is typed while one waits was meant for what stood here before.
        guard contexts.first != .waiting else { return }
        let name = keys.map(\.description).joined(separator: " ")
        let help = keymap.binding(of: .openHelp, in: contexts)?.keys.first?.description
        remark(.doesNothing(name, help: help))
    }

    mutating func remark(_ text: Phrase) {
        typed.remark = TypedKeys.Remark(text: text, at: now)
    }

    /// What the status line says of the last key, for a while.
    package var remark: Phrase? {
        guard let remark = typed.remark, now.since(remark.at) < 4000 else { return nil }
        return remark.text
    }
}

extension Key {
    fileprivate var digit: Int? {
        guard case .character(let character) = self, character.isASCII else { return nil }
        return character.wholeNumberValue
    }
}
