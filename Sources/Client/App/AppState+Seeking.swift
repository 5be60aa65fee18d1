import API
import Cells
import Domain

// The rows that have what was last searched for: all of a catalog that is narrowed to them, some
// of other lists.
extension AppState {
    var searchedWords: String { catalog.search.isEmpty ? lastSearch : catalog.search.text }

    var seekObjection: Phrase? {
        if searchedWords.isEmpty { return .nothingSearched }
        return seekable == nil ? .nothingToSeek : nil
    }

    /// To the next row that has it, round and round, as often as a count says.
    mutating func seekHit(_ step: Int) -> [Effect] {
        guard let list = seekable, list.count > 0 else { return [] }
        let query = SearchQuery(searchedWords)
        // The catalog that shows what was found has nothing else in it.
        let isNarrowed = tab == .catalog && catalog.answered?.q.isEmpty == false
        var row = list.cursor
        for _ in 0..<min(typed.times ?? 1, list.count) {
            let next = (1...list.count).lazy.map { offset in
                ((row + step * offset) % list.count + list.count) % list.count
            }.first { isNarrowed || isHit(list.text($0), query) }
            guard let next else { break }
            row = next
        }
        if row == list.cursor { note(.noHit(searchedWords)) }
        return move(.row(row))
    }

    private func isHit(_ text: String?, _ query: SearchQuery) -> Bool {
        text.map { !SearchHits.ranges(of: query, in: $0).isEmpty } ?? false
    }

    /// Rows with texts to search in.
    private var seekable: (count: Int, cursor: Int, text: (Int) -> String?)? {
        switch tab {
        case .catalog where !isStripFocused:
            let items = catalog.items
            return (items.count, catalog.cursor.index, { items[$0]?.title })
        case .catalog, .transfers:
            let transfers = transfers
            return (
                transfers.all.count, transfers.cursor.index,
                { transfers.title(of: transfers.all[$0]) }
            )
        case .ratio where !ratio.showsBoard:
            let shares = ratio.shares ?? []
            return (shares.count, ratio.cursor.index, { shares[$0].title })
        case .activity:
            let entries = activity.entries
            let language = language
            // The newest stands first.
            return (
                entries.count, activity.cursor.index,
                { entries[entries.count - 1 - $0].text.said(in: language) }
            )
        case .ratio, .admin: return nil
        }
    }
}
