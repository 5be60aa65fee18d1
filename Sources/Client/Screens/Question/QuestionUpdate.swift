extension AppState {
    mutating func performInQuestion(_ action: Action, _ question: QuestionState) -> [Effect] {
        switch action {
        case .confirm:
            overlays.removeLast()
            transfers.marks = Marks()
            return question.effects
        case .dismiss:
            overlays.removeLast()
            return []
        default: return []
        }
    }
}
