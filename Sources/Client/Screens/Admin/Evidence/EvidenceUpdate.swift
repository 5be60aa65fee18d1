import API
import Domain

extension AppState {
    /// Both lists, so that the tabs can say how many there are.
    mutating func askEvidence() -> [Effect] {
        admin.evidence.askedFor = nil
        return EvidenceState.allCases.map { state in
            let page = admin.evidence.change(state) { $0.ask() }
            return .fetchEvidence(EvidenceQuery(state: state, page: page))
        }
    }

    /// The next page, and the whole of the case under the cursor.
    mutating func followEvidence() -> [Effect] {
        guard tab == .admin, admin.section == .evidence else { return [] }
        var effects: [Effect] = []
        let shown = admin.evidence.shown
        if let page = admin.evidence.change(shown, { $0.askMore() }) {
            effects.append(.fetchEvidence(EvidenceQuery(state: shown, page: page)))
        }
        if let id = admin.evidence.current?.id, admin.evidence.askedFor != id {
            admin.evidence.askedFor = id
            effects.append(.fetchEvidenceCase(id))
        }
        return effects
    }

    mutating func evidenceFetched(
        _ query: EvidenceQuery, _ outcome: Outcome<Page<EvidenceBody>>
    ) -> [Effect] {
        admin.evidence.change(query.state) { list in
            list.take(outcome, for: query.page) { $0.id }
        }.map { bear($0) } ?? []
    }

    mutating func evidenceCaseFetched(
        _ id: Int64, _ outcome: Outcome<EvidenceDetail>
    ) -> [Effect] {
        switch outcome {
        case .failure(let failure): return bear(failure)
        case .success(let detail):
            if admin.evidence.askedFor == id { admin.evidence.detail = detail }
            return []
        }
    }

    // MARK: acts

    mutating func switchEvidence() -> [Effect] {
        admin.evidence.shown = admin.evidence.shown == .open ? .closed : .open
        return []
    }

    mutating func openEvidenceReview(_ verdict: EvidenceVerdict) -> [Effect] {
        guard let current = admin.evidence.current else { return [] }
        overlays.append(.form(.review(of: current, verdict)))
        return []
    }

    mutating func evidenceReviewed(
        _ id: Int64, _ outcome: Outcome<EvidenceDetail>
    ) -> [Effect] {
        let isMeant = { (purpose: FormState.Purpose) in
            if case .reviewEvidence(id, _) = purpose { true } else { false }
        }
        switch outcome {
        case .failure(let failure):
            // Somebody else may have been quicker.
            return failForm(failure, isMeant) + (session == nil ? [] : askEvidence())
        case .success(let detail):
            closeForm(isMeant)
            note(.caseIsJudged(detail.summary.username, detail.review?.verdict), .good)
            return askEvidence()
        }
    }
}

extension FormState {
    fileprivate static func review(of evidence: EvidenceBody, _ verdict: EvidenceVerdict)
        -> FormState
    {
        FormState(
            .reviewEvidence(evidence.id, verdict),
            title: .reviewOf(evidence.username, verdict), intro: [.nothingFollows],
            fields: [Field(.reason, hint: .reasonIsAudited, .text(TextField()))])
    }
}
