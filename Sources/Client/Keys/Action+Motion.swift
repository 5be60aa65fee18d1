extension Action {
    var motion: Motion? {
        switch self {
        case .moveUp: .up
        case .moveDown: .down
        case .halfPageUp: .halfPageUp
        case .halfPageDown: .halfPageDown
        case .pageUp: .pageUp
        case .pageDown: .pageDown
        case .moveFirst: .first
        case .moveLast: .last
        case .rowToTop: .windowToTop
        case .rowToMiddle: .windowToMiddle
        case .rowToBottom: .windowToBottom
        default: nil
        }
    }
}
