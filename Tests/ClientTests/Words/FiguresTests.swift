import Client
import Domain
import Testing

@Suite struct FiguresTests {
    private let english = Figures(.english)
    private let portuguese = Figures(.portuguese)

    @Test(
        "amounts have three digits and a unit",
        arguments: [
            (0, "0B"), (999, "999B"), (1000, "0.98K"), (1024, "1K"), (8_493_465, "8.1M"),
            (1_299_227_607, "1.21G"), (107_374_182_400, "100G"), (Int64.max, "8E"),
        ] as [(Int64, String)])
    func compact(bytes: Int64, text: String) {
        #expect(english.compact(ByteCount(clamping: bytes)) == text)
    }

    @Test("the longest compact amount takes five columns")
    func width() {
        for shift in 0..<63 {
            for factor in [1, 3, 5, 7] as [Int64] {
                let (bytes, overflow) = (Int64(1) << shift).multipliedReportingOverflow(by: factor)
                guard !overflow else { continue }
                #expect(english.compact(ByteCount(clamping: bytes)).count <= 5)
            }
        }
    }

    @Test("each language has its own points and commas")
    func languages() {
        #expect(english.grouped(12_408) == "12,408")
        #expect(portuguese.grouped(12_408) == "12.408")
        #expect(english.ratio(.value(1.838)) == "1.84")
        #expect(portuguese.ratio(.value(1.838)) == "1,84")
        #expect(english.ratio(.none) == "–" && english.ratio(.infinite) == "∞")
    }

    @Test("a hundred per cent only when all is there")
    func percent() {
        #expect(english.percent(0.9999) == "99%")
        #expect(english.percent(1) == "100%")
        #expect(english.percent(.nan) == "0%")
    }

    @Test(
        "durations are short",
        arguments: [
            (0, "0:00"), (62, "1:02"), (3599, "59:59"), (3600, "1 h 00"), (7500, "2 h 05"),
            (200_000, "2 d"), (Int64.max, "∞"),
        ] as [(Int64, String)])
    func duration(seconds: Int64, text: String) {
        #expect(english.duration(seconds) == text)
    }

    @Test("ages are rounded down, and the future is now")
    func age() {
        let now = Timestamp(seconds: 1_000_000_000)
        let ages: [(Int64, String)] = [
            (0, "now"), (90, "1 min"), (7200, "2 h"), (86_400 * 2, "2 d"), (86_400 * 21, "3 w"),
            (86_400 * 70, "2 mo"), (86_400 * 800, "2 y"), (-50, "now"),
        ]
        for (seconds, text) in ages {
            #expect(english.age(now.adding(seconds: -seconds), now: now) == text)
        }
        #expect(english.age(Timestamp(seconds: .min), now: Timestamp(seconds: .max)) != "")
    }

    @Test("the calendar knows leap days, and offsets")
    func calendar() {
        let leap = CivilDate(Timestamp(seconds: 1_709_164_800), offset: 0)
        #expect((leap.year, leap.month, leap.day) == (2024, 2, 29))
        let west = CivilDate(Timestamp(seconds: 0), offset: -3 * 3600)
        #expect((west.year, west.month, west.day, west.hour) == (1969, 12, 31, 21))
        #expect(
            english.day(Timestamp(seconds: 1_709_164_800), now: Sample.now.timestamp)
                == "29 Feb 2024")
        _ = CivilDate(Timestamp(seconds: .max), offset: 86_400)
        _ = CivilDate(Timestamp(seconds: .min), offset: -86_400)
    }

    @Test(
        "amounts are read as people type them",
        arguments: [
            ("5G", 5_368_709_120), ("-500M", -524_288_000), ("1,5 GiB", 1_610_612_736),
            ("1.5gb", 1_610_612_736), ("0", 0), ("", 0), ("42", 42), ("+1k", 1024), ("7b", 7),
        ] as [(String, Int64)])
    func amounts(text: String, bytes: Int64) {
        #expect(ByteAmount.parse(text) == bytes)
    }

    @Test(
        "what is no amount is none",
        arguments: ["G", "five", "5X", "1..2", "9e99", "--1", "99999999T", "5 gigas", "nan"])
    func noAmounts(text: String) {
        #expect(ByteAmount.parse(text) == nil)
    }
}
