internal import Cells

/// Which characters this terminal draws in another width than everybody counts with.
///
/// The layout is the same on every terminal; what would not keep its columns on this one is replaced
/// by ASCII of the same width when it is painted. ncurses counts as the C library does, so a wider
/// character could not be given its room even if the layout knew of it.
struct WidthRules: Equatable {
    private(set) var others: Set<WidthSample> = []

    var isStandard: Bool { others.isEmpty }

    /// Takes in how many columns a sample took.
    mutating func measured(_ sample: WidthSample, columns: Int) {
        if columns == sample.text.columns {
            others.remove(sample)
        } else {
            others.insert(sample)
        }
    }

    /// What is shown in place of a cell; `nil` where it can stay.
    func replacement(for cell: Cell) -> String? {
        let scalars = cell.text.unicodeScalars
        guard let first = scalars.first else { return nil }
        let base = replacement(for: first, width: Int(cell.width))
        let hasMarks = scalars.index(after: scalars.startIndex) != scalars.endIndex
        // A letter keeps its marks only where both are drawn as they should be.
        return base ?? (hasMarks && others.contains(.marks) ? String(first) : nil)
    }

    private func replacement(for scalar: Unicode.Scalar, width: Int) -> String? {
        guard let sample = WidthSample(scalar, width: width), others.contains(sample) else {
            return nil
        }
        // A flag becomes the letters that it is spelled with.
        if sample == .flags, let letter = Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41) {
            return String(letter)
        }
        return Cell.ascii(for: scalar, width: width)
    }
}
