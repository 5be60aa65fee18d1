extension AppState {
    mutating func performInQuestion(_ action: Action, _ question: QuestionState) -> [Effect] {
        switch action {
        case .confirm:
            overlays.removeLast()
            for effect in question.effects {
                if case .removeTransfers(let hashes, _) = effect {
                    rememberActs(on: hashes, effect)
                }
            }
            return question.effects
        case .dismiss:
            overlays.removeLast()
            return []
        default: return []
        }
    }
}
