import Domain

extension Endpoints {
    package static let issueReceiptKey = Endpoint<Nothing, Nothing, ReceiptKeyBody>(
        .post, "/receipts/key", .inPerson, status: 201,
        "A key for this client to sign its receipts with, until it expires or the server restarts")
    package static let sendReceipts = Endpoint<Nothing, ReceiptsBody, Nothing>(
        .post, "/receipts", .inPerson, status: 204,
        refusals: [
            .conflict("unknown_key", "stale_receipts", "replayed_receipts", "no_session"),
            .invalid("signature", "torrents"),
        ],
        "What the caller's client received, and from whom")
    package static let evidence = Endpoint<EvidenceQuery, Nothing, Page<EvidenceBody>>(
        .get, "/evidence", .permission(.evidenceReview),
        "What speaks against the counters of members whose role weighs less, newest first")
    package static let evidenceCase = Endpoint<Nothing, Nothing, EvidenceDetail>(
        .get, "/evidence/{id}", .permission(.evidenceReview), on: .casesBelow,
        "One case with the announces behind it")
    package static let reviewEvidence = Endpoint<Nothing, NewEvidenceReview, EvidenceDetail>(
        .post, "/evidence/{id}/review", .permission(.evidenceReview), on: .casesBelow,
        refusals: [.conflict("already_reviewed"), .invalid("reason")],
        "Dismiss or confirm a case, with a reason; nothing else follows from it")

    package static let evidenceGroup = EndpointGroup(
        "Evidence", "Receipts of what was received, and claims that they do not explain.",
        [issueReceiptKey, sendReceipts, evidence, evidenceCase, reviewEvidence])
}
