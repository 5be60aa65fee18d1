import API
import Cells
import Client
import Domain
import Foundation

/// Entries of the catalog as lines: wide enough for their widest, the title takes what is left.
enum CatalogTable {
    private static let table = LineTable(
        columns: [
            .init(title: "ID", alignment: .right), .init(title: "Title"), .init(title: "Type"),
            .init(title: "Size", alignment: .right), .init(title: "Up", alignment: .right),
            .init(title: "Down", alignment: .right), .init(title: "Age", alignment: .right),
        ], flexible: (index: 1, minimum: 24))

    static func lines(_ entries: [CatalogSummary], width: Int) -> [String] {
        let figures = Figures(.english)
        let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
        let rows = entries.map { entry in
            [
                String(entry.id.rawValue), entry.title, entry.kind.rawValue,
                figures.compact(entry.size), "▲ \(entry.seeders)", "▽ \(entry.leechers)",
                figures.age(entry.createdAt, now: now),
            ]
        }
        return table.lines(rows, width: width)
    }
}
