import Domain
import Testing
import Tracker

@Suite struct TermsPlanningTests {
    private static let month: Int64 = 30 * 86_400

    private func period(
        _ up: Int = 100, _ down: Int = 0, _ from: Int64? = nil, _ until: Int64? = nil
    ) -> TermsPeriod {
        TermsPeriod(
            terms: CreditTerms(uploadPercent: up, downloadPercent: down), from: from.map(at),
            until: until.map(at))
    }

    @Test("what holds is told with the moment at which it will be something else")
    func held() {
        #expect([].held(at: at(5)) == HeldTerms(terms: .standard, until: nil))
        let weekend = [period(100, 0, 10, 20)]
        #expect(weekend.held(at: at(5)) == HeldTerms(terms: .standard, until: at(10)))
        #expect(weekend.held(at: at(10)) == HeldTerms(terms: .freeleech, until: at(20)))
        #expect(weekend.held(at: at(20)) == HeldTerms(terms: .standard, until: nil))
        // One goes on where the other ends, and nothing changes by that.
        let row = [period(100, 0, 10, 20), period(100, 0, 15, 40), period(200, 100, 30)]
        #expect(row.held(at: at(12)) == HeldTerms(terms: .freeleech, until: at(30)))
        #expect(
            row.held(at: at(30))
                == HeldTerms(
                    terms: CreditTerms(uploadPercent: 200, downloadPercent: 0), until: at(40)))
    }

    @Test("a new period begins now at the earliest")
    func begins() {
        let planned = [TermsPeriod]().replaced(
            by: [period(), period(100, 0, 3, 90), period(100, 0, 50)], at: at(40))
        #expect(planned == [period(100, 0, 40), period(100, 0, 40, 90), period(100, 0, 50)])
    }

    @Test("what has begun ends rather than never having been; what has not is dropped")
    func ends() {
        let before = [period(100, 0, 10), period(200, 100, 90)]
        #expect(before.replaced(by: [], at: at(40)) == [period(100, 0, 10, 40)])
        // Made and taken back within a second, it never held.
        #expect([period(100, 0, 40)].replaced(by: [], at: at(40)).isEmpty)
        // So whoever was last heard while it held is still credited by it.
        let after = before.replaced(by: [], at: at(40))
        #expect(after.terms(from: at(39), to: at(60)) == .freeleech)
        #expect(after.terms(from: at(40), to: at(60)) == .standard)
    }

    @Test("a period that goes on may end sooner or later than it should have")
    func changed() {
        let before = [period(100, 0, 10, 50)]
        for until in [Int64?.none, 45, 90] {
            let wanted = [period(100, 0, 10, until)]
            #expect(before.replaced(by: wanted, at: at(40)) == wanted)
        }
        #expect(
            before.replaced(by: [period(300, 0, 10, 50)], at: at(40))
                == [period(100, 0, 10, 40), period(300, 0, 40, 50)])
    }

    @Test("what is over is kept for a month, for whoever was silent since")
    func memory() {
        let over = [period(100, 0, 10, 50)]
        #expect(over.replaced(by: [], at: at(50 + Self.month)) == over)
        #expect(over.replaced(by: [], at: at(51 + Self.month)).isEmpty)
        #expect(over.standing(at: at(50)).isEmpty && over.standing(at: at(49)) == over)
    }
}
