import Cells

extension ActivityState.Tone {
    var meaning: Meaning {
        switch self {
        case .plain: .text
        case .good: .good
        case .bad: .bad
        }
    }

    var sign: String {
        switch self {
        case .plain: "›"
        case .good: "✓"
        case .bad: "!"
        }
    }
}
