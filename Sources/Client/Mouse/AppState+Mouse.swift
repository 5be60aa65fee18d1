import Cells

extension AppState {
    mutating func pointed(_ event: MouseEvent, at time: Int64) -> [Effect] { [] }
}
