import Domain
import Foundation
import Testing

@testable import API

@Suite struct CatalogJSONTests {
    private static let texts = [
        "", "Relatório", "a\"b\\c/d", "\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F} \u{7F}\u{80}\u{2028}",
        "東京 📷", "</script>",
    ]

    private func page(_ number: Int) throws -> CatalogPage {
        let text = Self.texts[number % Self.texts.count]
        let summary = CatalogSummary(
            id: CatalogID(Int64(number)), title: text, kind: .pdf,
            size: try #require(ByteCount(.max)), fileCount: number,
            tags: number.isMultiple(of: 2) ? [] : [text, "x"], uploader: text,
            minRoleWeight: .superAdmin, status: .pending,
            infoHash: try #require(InfoHash([UInt8](repeating: 0xAB, count: 20))),
            createdAt: Timestamp(seconds: -5), seeders: 1, leechers: 0, completed: 7,
            snippet: [nil, [], [TextRun(text), TextRun("b", hit: true)]][number % 3])
        return CatalogPage(
            items: [CatalogSummary](repeating: summary, count: number % 3),
            nextCursor: number.isMultiple(of: 3) ? nil : text,
            total: number.isMultiple(of: 4) ? nil : number, totalIsCapped: number % 5 == 0,
            didYouMean: number.isMultiple(of: 7) ? text : nil)
    }

    @Test("a page writes the bytes that an encoder would, and reads back as it was")
    func bytes() throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for number in 0..<840 {
            let page = try page(number)
            let bytes = try WireCoding.encode(page)
            #expect(bytes == (try encoder.encode(page)))
            #expect(try WireCoding.decode(CatalogPage.self, from: bytes) == page)
        }
    }
}
