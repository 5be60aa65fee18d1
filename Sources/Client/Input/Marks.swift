/// Rows chosen for something to be done with all of them, by what they are: they stay chosen when
/// the list is sorted or asked for anew.
///
/// 1. A range goes from where it began to the cursor. Its rows are in `ids` only once it has ended.
/// 2. `range` is as of the last `settle`.
package struct Marks<ID: Hashable & Sendable>: Equatable, Sendable {
    package internal(set) var ids: Set<ID> = []
    /// The row that the range began on; `nil` outside of one.
    package private(set) var anchor: ID?
    package private(set) var range: ClosedRange<Int>?

    package init(_ ids: Set<ID> = []) { self.ids = ids }

    package var isEmpty: Bool { ids.isEmpty && anchor == nil }
    package var isRanging: Bool { anchor != nil }

    package func contains(_ id: ID, row: Int) -> Bool {
        ids.contains(id) || range?.contains(row) == true
    }

    /// - Parameter id: of a row; `nil` where it is not known now.
    mutating func apply(_ change: MarkChange, cursor: Int, count: Int, id: (Int) -> ID?) {
        guard count > 0 else { return clear() }
        switch change {
        case .toggle where isRanging, .range where isRanging:
            settle(cursor: cursor) { anchor in (0..<count).first { id($0) == anchor } }
            if let range { ids.formUnion(range.clamped(to: 0...(count - 1)).compactMap(id)) }
            endRange()
        case .toggle(let times):
            for row in cursor..<min(count, cursor + max(1, times)) {
                guard let id = id(row) else { continue }
                if ids.remove(id) == nil { ids.insert(id) }
            }
        case .invert:
            endRange()
            ids.formSymmetricDifference((0..<count).compactMap(id))
        case .range:
            anchor = id(cursor)
            range = anchor.map { _ in cursor...cursor }
        case .clear: if isRanging { endRange() } else { clear() }
        }
    }

    /// Lets the range follow the cursor, and the row that it began on.
    ///
    /// - Parameter row: where something is now; a range whose beginning has gone is over.
    mutating func settle(cursor: Int, row: (ID) -> Int?) {
        guard let anchor else { return }
        guard let start = row(anchor) else { return endRange() }
        range = min(start, cursor)...max(start, cursor)
    }

    mutating func remove(_ id: ID) { ids.remove(id) }

    private mutating func endRange() {
        anchor = nil
        range = nil
    }

    private mutating func clear() {
        ids = []
        endRange()
    }
}
