package import Domain

/// One case: what speaks against a member's claims in a torrent, in one way.
package struct EvidenceBody: Codable, Hashable, Sendable {
    package let id: Int64
    package let kind: EvidenceKind
    /// 1 to 100: how hard it is to explain otherwise.
    package let score: Int
    package let userId: UserID
    package let username: String
    package let catalogId: CatalogID
    /// Left out where the entry is gone, or hidden from the caller.
    package let title: String?
    /// What the client says it moved, and how much of that others explain.
    package let claimed: ByteCount
    package let explained: ByteCount
    package let since: Timestamp
    package let until: Timestamp
    /// How often it was found again, worse.
    package let times: Int
    /// Left out while nobody has judged it.
    package let verdict: EvidenceVerdict?

    package init(
        id: Int64, kind: EvidenceKind, score: Int, userId: UserID, username: String,
        catalogId: CatalogID, title: String?, claimed: ByteCount, explained: ByteCount,
        since: Timestamp, until: Timestamp, times: Int, verdict: EvidenceVerdict?
    ) {
        self.id = id
        self.kind = kind
        self.score = score
        self.userId = userId
        self.username = username
        self.catalogId = catalogId
        self.title = title
        self.claimed = claimed
        self.explained = explained
        self.since = since
        self.until = until
        self.times = times
        self.verdict = verdict
    }
}

/// A case with what stands behind it.
package struct EvidenceDetail: Codable, Hashable, Sendable {
    package let summary: EvidenceBody
    /// What the client calls itself, 40 hexadecimal digits.
    package let peerId: String
    /// Who else is in it, where the caller stands above them.
    package let counterpart: String?
    /// What was said, the last at the end.
    package let announces: [EvidenceAnnounce]
    package let review: EvidenceReviewBody?

    package init(
        summary: EvidenceBody, peerId: String, counterpart: String?,
        announces: [EvidenceAnnounce], review: EvidenceReviewBody?
    ) {
        self.summary = summary
        self.peerId = peerId
        self.counterpart = counterpart
        self.announces = announces
        self.review = review
    }
}

/// An announce as it came.
package struct EvidenceAnnounce: Codable, Hashable, Sendable {
    package let at: Timestamp
    package let up: ByteCount
    package let down: ByteCount
    package let left: ByteCount
    package let event: String?

    package init(
        at: Timestamp, up: ByteCount, down: ByteCount, left: ByteCount, event: String?
    ) {
        self.at = at
        self.up = up
        self.down = down
        self.left = left
        self.event = event
    }
}

/// Who judged a case, how and why.
package struct EvidenceReviewBody: Codable, Hashable, Sendable {
    package let verdict: EvidenceVerdict
    package let reviewer: String
    package let reason: String
    package let at: Timestamp

    package init(verdict: EvidenceVerdict, reviewer: String, reason: String, at: Timestamp) {
        self.verdict = verdict
        self.reviewer = reviewer
        self.reason = reason
        self.at = at
    }
}

package struct NewEvidenceReview: Codable, Hashable, Sendable {
    package let verdict: EvidenceVerdict
    package let reason: String

    package init(verdict: EvidenceVerdict, reason: String) {
        self.verdict = verdict
        self.reason = reason
    }
}

/// Whether somebody has judged a case.
package enum EvidenceState: String, CaseIterable, Codable, Sendable {
    case open, closed
}

/// `?state=&user_id=&limit=&cursor=`
package struct EvidenceQuery: QueryParameters, Hashable {
    /// What every reader of JSON takes for a whole number.
    private static let ids = 1...(1 << 53)

    package var state: EvidenceState
    package var user: UserID?
    package var page: PageQuery

    package init(
        state: EvidenceState = .open, user: UserID? = nil, page: PageQuery = PageQuery()
    ) {
        self.state = state
        self.user = user
        self.page = page
    }

    package init(reading value: (String) -> String?) throws {
        state = try QueryReading.choice("state", or: .open, value)
        if value("user_id") != nil {
            user = UserID(
                Int64(try QueryReading.integer("user_id", in: Self.ids, or: 1, value)))
        }
        page = try PageQuery(reading: value)
    }

    package var pairs: [(name: String, value: String)] {
        [("state", state.rawValue)] + (user.map { [("user_id", String($0.rawValue))] } ?? [])
            + page.pairs
    }

    package static var parameters: [QueryParameter] {
        [
            QueryParameter(
                "state", .choice(of: EvidenceState.self), fallback: EvidenceState.open.rawValue,
                "Those that nobody has judged, or those that somebody has"),
            QueryParameter(
                "user_id", .integer(Int64(ids.lowerBound)...Int64(ids.upperBound)),
                "Only about this member"),
        ] + PageQuery.parameters
    }
}
