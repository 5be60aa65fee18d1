import Client
import Domain
import Testing

@Suite struct SwarmHistoryTests {
    private func at(_ seconds: Int64) -> Moment { Moment(milliseconds: seconds * 1000) }

    @Test("a size holds until the next one, and before the first there is none")
    func steps() {
        var history = SwarmHistory<Int>(step: 10_000)
        history.note(1, size: 4, at: at(100))
        history.note(1, size: 4, at: at(110))
        history.note(1, size: 9, at: at(130))
        #expect(history.values(of: 1, count: 6, at: at(145)) == [0, 4, 4, 4, 9, 9])
        #expect(history.values(of: 2, count: 6, at: at(145)).isEmpty)
    }

    @Test("within a step the largest is kept, and a swarm of none is flat")
    func largest() {
        var history = SwarmHistory<Int>(step: 10_000)
        history.note(1, size: 0, at: at(100))
        #expect(history.isFlat(1) && history.isFlat(7))
        history.note(1, size: 7, at: at(103))
        history.note(1, size: 2, at: at(106))
        #expect(history.values(of: 1, count: 1, at: at(109)) == [7] && !history.isFlat(1))
    }

    @Test("what changes for ever takes no more room")
    func bounded() {
        var history = SwarmHistory<Int>(step: 1000)
        for second in 0..<5000 { history.note(1, size: second % 7, at: at(Int64(second))) }
        #expect(history.values(of: 1, count: 200, at: at(4999)).allSatisfy { $0 <= 6 })
        let early = history.values(of: 1, count: 2000, at: at(4999)).prefix(1000)
        #expect(early.allSatisfy { $0 == 0 }, "it is forgotten")
    }

    @Test("so many swarms are followed and no more, until one is forgotten")
    func many() {
        var history = SwarmHistory<Int>(step: 1000)
        for swarm in 0..<2500 { history.note(swarm, size: 3, at: at(1)) }
        #expect(!history.isFlat(1999) && history.isFlat(2000))
        history.forget(7)
        history.note(2400, size: 3, at: at(2))
        #expect(history.isFlat(7) && !history.isFlat(2400))
    }

    @Test("the graph in the detail grows with what is seen")
    func detail() {
        var stage = Sample.busy(width: 160, height: 48)
        stage.press("2")
        stage.press("2")
        #expect(stage.shows("⇄ 14 in the swarm"))
        let before = stage.screen
        stage.pass(milliseconds: 30_000)
        #expect(stage.screen != before)
    }
}
