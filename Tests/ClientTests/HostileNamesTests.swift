import API
import Cells
import Client
import Domain
import Testing

/// The nastiest names, where they stand between figures that must stay in their columns.
@Suite("Hostile names on the screen")
struct HostileNamesTests {
    private static let titles = [
        "\u{1B}]0;owned\u{7}\u{1B}[2J Escape \u{9B}31m",
        "photo\u{202E}gpj.exe", "zero\u{200B}wi\u{2060}dth\u{FEFF}",
        "שלום עולם 2026 (draft)", "تقرير الأمان ٢٠٢٦",
        "Z\u{351}\u{326}\u{310}\u{342}\u{30A}a\u{36B}\u{35B}\u{346}l\u{335}\u{309}g\u{33E}o",
        "👩‍👩‍👧‍👦 family 👍🏽 🇧🇷 flag ❤️ 1️⃣", "東京の地図とても長い題名がここに続きます長い題名がここに",
        "ก็ ไทย ที่นี่", "हिन्दी में रिपोर्ट", "e\u{301}galité ﬁn ① ｆｕｌｌ",
        "line\u{2028}break\rand\ttabs\n here", "\u{E000}private\u{FFF9}hidden\u{FFFB}\u{3164}",
        "↑↓▌▐│╭ drawn like ours", String(repeating: "W", count: 300),
    ]

    private func stage(_ size: Size) -> Stage {
        var stage = Sample.signedIn(width: size.width, height: size.height)
        stage.answerCatalog(
            Sample.page(
                Self.titles.enumerated().map { index, title in
                    Sample.entry(
                        Int64(index + 1), title, .pdf, 0.25, seeders: 5, leechers: 2,
                        age: Sample.days(2))
                }))
        return stage
    }

    @Test("a golden of them all")
    func golden() throws {
        try Golden.expect(stage(Size(width: 120, height: 40)).state, "names-hostile")
    }

    @Test("whatever a name is, the figures beside it stand in their columns")
    func columns() {
        let grid = view(stage(Size(width: 120, height: 40)).state)
        let places = (0..<grid.height).compactMap { y in
            (0..<grid.width).first { grid[$0, y].text == "▲" && y > 4 }
        }
        #expect(places.count >= Self.titles.count)
        #expect(Set(places.prefix(Self.titles.count)).count == 1)
    }
}
