import Testing

@testable import enxamed

@Suite struct ProgressLineTests {
    private func line(_ done: Int, of total: Int?, after seconds: Double = 10) -> ProgressLine {
        ProgressLine(
            title: "Exporting", unit: .rows, done: done, total: total, seconds: seconds)
    }

    @Test("a line says how much is done, how fast it goes and how long it will take")
    func words() {
        #expect(
            line(250, of: 1000).text(width: 79, blocks: true)
                == "Exporting  25% ▕█████▎               ▏  250 of 1000 rows, 30 s left, 25/s")
        #expect(
            line(1000, of: 1000).text(width: 62, blocks: false)
                == "Exporting 100% [####]  1000 of 1000 rows, 100/s")
        #expect(
            line(250, of: 1000).text(width: 40, blocks: true)
                == "Exporting  25%  250 of 1000 rows")
    }

    @Test("a bar moves by eighths of a column")
    func eighths() {
        let bars = (0...16).map { done in
            line(done, of: 160, after: 0).text(width: 79, blocks: true).drop { $0 != "▕" }
                .prefix { $0 != " " }
        }
        #expect(Set(bars).count == 17)
    }

    @Test("no line is wider than its terminal", arguments: [1, 10, 20, 39, 40, 80, 300])
    func width(_ width: Int) {
        for total in [nil, 0, 7, 1_000_000_000] {
            for done in [0, 1, 7, 1_000_000_000] {
                for blocks in [true, false] {
                    let text = line(done, of: total).text(width: width, blocks: blocks)
                    #expect(text.count <= width)
                }
            }
        }
    }

    @Test("a locale without UTF-8 gets ASCII")
    func ascii() {
        let text = line(3, of: 7).text(width: 80, blocks: false)
        #expect(text.utf8.count == text.count)
        #expect(ProgressBar.isUnicode(["LANG": "pt_BR.UTF-8"]))
        #expect(!ProgressBar.isUnicode(["LANG": "pt_BR.UTF-8", "LC_ALL": "C"]))
        #expect(ProgressBar.isUnicode(["LANG": "C", "LC_ALL": "", "LC_CTYPE": "C.utf8"]))
        #expect(!ProgressBar.isUnicode([:]))
    }
}
