import API
import Domain
import Service
import Tracker

/// Freeleech and multipliers of single torrents.
struct TermsRoutes {
    let site: Site

    func mount(on router: EndpointRouter) {
        let (terms, announcer) = (site.terms, site.announcer)
        router.permitted(Endpoints.terms) { call, caller in
            let found = try await terms.terms(of: call.id(), for: caller.actor)
            return TermsBody(found.held, found.periods)
        }
        router.permitted(Endpoints.changeTerms) { call, caller in
            let changed = try await terms.change(
                call.id(), to: try call.body.periods.map(TermsPeriod.init),
                reason: call.body.reason, by: caller.actor)
            try await announcer.review(torrent: call.id())
            return TermsBody(changed.held, changed.periods)
        }
    }
}

extension TermsBody {
    fileprivate init(_ held: HeldTerms, _ periods: [TermsPeriod]) {
        self.init(
            uploadPercent: held.terms.uploadPercent, downloadPercent: held.terms.downloadPercent,
            until: held.until,
            periods: periods.map {
                TermsPeriodBody(
                    uploadPercent: $0.terms.uploadPercent,
                    downloadPercent: $0.terms.downloadPercent, from: $0.from, until: $0.until)
            })
    }
}

extension TermsPeriod {
    fileprivate init(_ body: TermsPeriodBody) throws {
        guard TermsChange.percents.contains(body.uploadPercent),
            TermsChange.percents.contains(body.downloadPercent)
        else {
            throw ServiceError.invalid(
                field: "periods",
                "A byte counts for 0 to \(TermsChange.percents.upperBound) hundredths.")
        }
        self.init(
            terms: CreditTerms(
                uploadPercent: body.uploadPercent, downloadPercent: body.downloadPercent),
            from: body.from, until: body.until)
    }
}
