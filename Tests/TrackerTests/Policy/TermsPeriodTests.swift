import Domain
import Testing
import Tracker

@Suite struct TermsPeriodTests {
    private static let double = CreditTerms(uploadPercent: 200)

    private func terms(_ periods: [TermsPeriod], _ last: Int64, _ now: Int64) -> CreditTerms {
        periods.terms(from: at(last), to: at(now))
    }

    @Test("without a period a byte counts for a byte")
    func standard() {
        #expect(terms([], 0, 10) == .standard)
        let over = [TermsPeriod(terms: .freeleech, from: at(0), until: at(5))]
        #expect(terms(over, 5, 10) == .standard)
        #expect(terms(over, -9, -1) == .standard)
    }

    @Test("a period holds from its first second to the one before its end")
    func bounds() {
        let period = TermsPeriod(terms: .freeleech, from: at(10), until: at(20))
        #expect([9, 10, 19, 20].map { period.holds(at: at($0)) } == [false, true, true, false])
        #expect(TermsPeriod(terms: .freeleech).holds(at: at(.min)))
    }

    @Test("between two announces the member gets the better of both ends")
    func ends() {
        let weekend = [TermsPeriod(terms: .freeleech, from: at(10), until: at(20))]
        #expect(terms(weekend, 5, 12) == .freeleech)
        #expect(terms(weekend, 12, 25) == .freeleech)
        // It came and went unseen.
        #expect(terms(weekend, 5, 25) == .standard)
        // A period that is worse than nothing hurts nobody who was outside of it for a while.
        let costly = [TermsPeriod(terms: CreditTerms(downloadPercent: 300), from: at(10))]
        #expect(terms(costly, 5, 12) == .standard)
        #expect(terms(costly, 12, 15).downloadPercent == 300)
    }

    @Test("of several that hold, each counter gets the best")
    func several() {
        let both = [TermsPeriod(terms: .freeleech), TermsPeriod(terms: Self.double)]
        #expect(terms(both, 0, 1) == CreditTerms(uploadPercent: 200, downloadPercent: 0))
        let half = CreditTerms(uploadPercent: 50)
        #expect(
            terms([TermsPeriod(terms: half), TermsPeriod(terms: Self.double)], 0, 1) == Self.double)
    }
}
