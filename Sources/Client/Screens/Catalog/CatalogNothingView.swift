import Cells
import Domain

/// What a search that found nothing says: what was probably meant, or what to try next.
struct CatalogNothingView {
    let state: AppState
    let searched: String

    func draw(on grid: inout Grid, in rect: Rect) {
        let width = max(1, rect.width - 4)
        func wrapped(_ phrase: Phrase) -> [[Span]] {
            state.say(phrase).wrapped(to: width).map { [Span($0, .dim)] }
        }
        var lines = wrapped(.nothingFound(searched)) + [[]]
        let help =
            state.catalog.proposal.map { question($0, width) + [[], keys] }
            ?? wrapped(advice) + wrapped(.escapeClears)
        // What can be done is worth more than what was not found.
        lines = lines.count + help.count > rect.height ? help : lines + help
        let top = max(0, min(rect.height / 3, rect.height - lines.count))
        for (index, line) in lines.enumerated() {
            grid.write(line.truncated(to: width), in: rect, row: top + index, alignment: .centre)
        }
    }

    private func question(_ proposal: String, _ width: Int) -> [[Span]] {
        let (before, after) = Phrase.didYouMean
        let words = [Span(state.say(before))]
        let meant = [Span("“\(proposal)”", .title), Span(state.say(after))]
        let isShort = words.columns + meant.columns < width
        return isShort ? [words + [Span(" ")] + meant] : [words, meant]
    }

    private var keys: [Span] {
        [
            Span(state.keyName(of: .takeProposal), .accent),
            Span(" \(state.say(.searchThat))   ", .textDim), Span("esc", .accent),
            Span(" \(state.say(Action.clearSearch.hint))", .textDim),
        ]
    }

    private var advice: Phrase {
        let pieces = SearchPieces.of(searched)
        let filters = pieces.filter { !SearchQuery($0).isWords }
        if !filters.isEmpty { return .tryWithout(filters.joined(separator: " ")) }
        if searched.contains("\"") { return .tryWithoutQuotes }
        return pieces.count > 1 ? .tryFewerWords : .tryAnotherWord
    }
}
