import Domain
import Testing

@testable import Client

@Suite("The calendar of a place")
struct LocalCalendarTests {
    /// Lisbon's summer of 2026: from 29 March 01:00 UTC to 25 October 01:00 UTC.
    private let lisbon = LocalCalendar(
        offset: 0,
        changes: [
            .init(since: Timestamp(seconds: 1_774_746_000), offset: 3600),
            .init(since: Timestamp(seconds: 1_792_890_000), offset: 0),
        ])

    @Test("each moment has the clock of its own day")
    func summer() {
        let figures = Figures(.english, calendar: lisbon)
        #expect(figures.clock(Timestamp(seconds: 1_774_745_999)) == "00:59")
        #expect(figures.clock(Timestamp(seconds: 1_774_746_000)) == "02:00")
        #expect(figures.clock(Timestamp(seconds: 1_792_889_999)) == "01:59")
        #expect(figures.clock(Timestamp(seconds: 1_792_890_000)) == "01:00")
    }

    @Test("a day begins where its own clocks say so")
    func midnight() {
        #expect(lisbon.midnight("2026-07-01") == Timestamp(seconds: 1_782_860_400))
        #expect(lisbon.midnight("2026-12-01") == Timestamp(seconds: 1_796_083_200))
        #expect(lisbon.midnight("2026-02-30") == nil)
    }

    @Test("the order of a day and its month is the place's, where the language has both")
    func order() {
        let american = LocalCalendar(offset: 0, isMonthFirst: true)
        let then = Timestamp(seconds: 1_709_164_800)
        let now = Sample.now.timestamp
        #expect(Figures(.english, calendar: american).day(then, now: now) == "Feb 29, 2024")
        #expect(Figures(.english, calendar: american).day(then, now: then) == "Feb 29")
        #expect(Figures(.portuguese, calendar: american).day(then, now: now) == "29 fev 2024")
        #expect(LocalCalendar.isMonthFirst(localeName: "en_US.UTF-8"))
        #expect(LocalCalendar.isMonthFirst(localeName: "en_PH"))
        #expect(!LocalCalendar.isMonthFirst(localeName: "en_GB.UTF-8"))
    }
}

@Suite("Plural forms")
struct PluralTests {
    @Test(
        "none, one and many of a thing",
        arguments: [
            (0, "0 members", "0 membro"), (1, "1 member", "1 membro"),
            (2, "2 members", "2 membros"), (21, "21 members", "21 membros"),
        ])
    func members(count: Int, english: String, portuguese: String) {
        #expect(Phrase.members(count).said(in: .english) == english)
        #expect(Phrase.members(count).said(in: .portuguese) == portuguese)
    }

    @Test("a swarm of one peer that has all of it")
    func peers() {
        #expect(Phrase.peersAndSeeds(1, 1).said(in: .english) == "1 peer, 1 complete")
        #expect(Phrase.peersAndSeeds(0, 0).said(in: .portuguese) == "0 par")
        #expect(Phrase.peersAndSeeds(9, 2).said(in: .portuguese) == "9 pares, 2 completos")
    }
}
