import API
import Cells
import Client
import Domain
import Foundation

/// Entries of the catalog as lines: wide enough for their widest, the title takes what is left.
enum CatalogTable {
    static func lines(_ entries: [CatalogSummary], width: Int) -> [String] {
        let figures = Figures(.english)
        let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
        let rows = entries.map { entry in
            [
                String(entry.id.rawValue), entry.title.cleanedForScreen, entry.kind.rawValue,
                figures.compact(entry.size), "▲ \(entry.seeders)", "▽ \(entry.leechers)",
                figures.age(entry.createdAt, now: now),
            ]
        }
        let titles = ["ID", "Title", "Type", "Size", "Up", "Down", "Age"]
        let right = [true, false, false, true, true, true, true]
        var widths = titles.indices.map { column in
            ([titles] + rows).map { $0[column].columns }.max() ?? 0
        }
        let others = widths.enumerated().filter { $0.offset != 1 }.map(\.element).reduce(0, +)
        widths[1] = min(widths[1], max(24, width - others - 2 * (widths.count - 1)))
        return ([titles] + rows).map { row in
            row.indices.map { column in
                row[column].fitted(
                    to: widths[column], alignment: right[column] ? .right : .left)
            }.joined(separator: "  ").trimmingCharacters(in: .whitespaces.subtracting([" "]))
        }
    }
}
