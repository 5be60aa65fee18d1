import API
import Domain

extension AppState {
    /// The title under the cursor, as plain text.
    mutating func copyTitle() -> [Effect] {
        copy(copied?.title)
    }

    mutating func copyHash() -> [Effect] {
        copy(copied?.hash.description)
    }

    private mutating func copy(_ text: String?) -> [Effect] {
        guard let text else { return [] }
        note(.copied(text))
        return [.copy(text)]
    }

    /// What the cursor is on, where there are torrents.
    var copied: (title: String, hash: InfoHash)? {
        if tab == .transfers || isStripFocused {
            return transfers.current.map { (transfers.title(of: $0), $0.id) }
        }
        guard tab == .catalog else { return nil }
        return catalog.current.map { ($0.title, $0.infoHash) }
    }
}
