import Cells

/// The size of a swarm over time: how large it is, how large it was, and a graph.
struct SwarmGraphView<Name: Hashable & Sendable> {
    let state: AppState
    let history: SwarmHistory<Name>
    let name: Name
    let size: Int

    /// - Parameter rect: a line for the figures and at least one for the graph.
    func draw(on grid: inout Grid, in rect: Rect) {
        guard rect.height >= 2, rect.width >= 16 else { return }
        let (top, graph) = rect.splitTop(1)
        let values = history.values(of: name, count: graph.width * 2, at: state.now)
        let largest = max(size, Int(values.max() ?? 0))
        let figures = state.figures
        grid.write(
            [
                Span("⇄ ", .seeding), Span(figures.grouped(size), size == 0 ? .textDim : .text),
                Span(" " + state.say(.inTheSwarm), .textDim),
            ], in: top)
        let span = state.say(.minutes(graph.width * 2 * Int(history.step) / 60_000))
        let right = "\(state.say(.peak(figures.grouped(largest))))  \(span)"
        if right.columns + 20 < top.width {
            grid.write(right, in: top, style: .dim, alignment: .right)
        }
        BrailleGraph(values, gradient: .upload).draw(on: &grid, in: graph)
    }
}
