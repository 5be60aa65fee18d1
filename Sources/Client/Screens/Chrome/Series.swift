/// Values over time, oldest first, to be drawn in some number of columns.
struct Series {
    private let values: [Double]

    init(_ values: [Double]) { self.values = values }

    /// `columns` values: each the largest of its share of the last `span` values, so that no peak
    /// is lost; zeros where there is no value yet. Fewer values than columns are repeated.
    func fitted(to columns: Int, of span: Int) -> [Double] {
        guard columns > 0, span > 0 else { return [] }
        let recent = values.suffix(span)
        let padded = Array(repeating: 0.0, count: span - recent.count) + recent
        return (0..<columns).map { column in
            let start = column * span / columns
            let end = max(start + 1, (column + 1) * span / columns)
            return padded[start..<min(end, span)].max() ?? 0
        }
    }
}
