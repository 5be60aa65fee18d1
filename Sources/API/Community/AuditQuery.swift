package import Domain

/// `?q=&actor=&act=&since=&until=&limit=&cursor=`
package struct AuditQuery: QueryParameters, Hashable {
    private static let mostLetters = 200
    private static let seconds = 0...Int(Timestamp.endOfDates.seconds)

    /// Words, each in the subject, the reason or the actor's name.
    package var q: String
    /// A name, whole.
    package var actor: String?
    /// `user.banned`, or `user` for all that begins so.
    package var act: String?
    package var since: Timestamp?
    /// The first moment that is too late.
    package var until: Timestamp?
    package var page: PageQuery

    package init(
        q: String = "", actor: String? = nil, act: String? = nil, since: Timestamp? = nil,
        until: Timestamp? = nil, page: PageQuery = PageQuery()
    ) {
        self.q = q
        self.actor = actor
        self.act = act
        self.since = since
        self.until = until
        self.page = page
    }

    package init(reading value: (String) -> String?) throws {
        q = try Self.text("q", value) ?? ""
        actor = try Self.text("actor", value)
        act = try Self.text("act", value)
        since = try Self.time("since", value)
        until = try Self.time("until", value)
        page = try PageQuery(reading: value)
    }

    private static func text(_ name: String, _ value: (String) -> String?) throws -> String? {
        guard let text = value(name), !text.isEmpty else { return nil }
        guard text.utf8.count <= mostLetters else {
            throw QueryProblem(parameter: name, expected: "at most \(mostLetters) bytes")
        }
        return text
    }

    private static func time(_ name: String, _ value: (String) -> String?) throws -> Timestamp? {
        guard value(name) != nil else { return nil }
        return Timestamp(
            seconds: Int64(try QueryReading.integer(name, in: seconds, or: 0, value)))
    }

    package var pairs: [(name: String, value: String)] {
        let given: [(name: String, value: String?)] = [
            ("q", q.isEmpty ? nil : q), ("actor", actor), ("act", act),
            ("since", since.map { String($0.seconds) }),
            ("until", until.map { String($0.seconds) }),
        ]
        return given.compactMap { pair in pair.value.map { (pair.name, $0) } } + page.pairs
    }

    package static var parameters: [QueryParameter] {
        let text = Schema.text(0...mostLetters)
        let moment = Schema.integer(Int64(seconds.lowerBound)...Int64(seconds.upperBound))
        return [
            QueryParameter(
                "q", text, "Words, each in the subject, the reason or the actor's name"),
            QueryParameter("actor", text, "A name, whole"),
            QueryParameter("act", text, "`user.banned`, or `user` for all that begins so"),
            QueryParameter("since", moment, "Seconds since 1970"),
            QueryParameter("until", moment, "The first second that is too late"),
        ] + PageQuery.parameters
    }
}
