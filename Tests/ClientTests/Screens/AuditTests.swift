import API
import Cells
import Client
import Domain
import Testing

@Suite struct AuditTests {
    private func query(
        q: String = "", actor: String? = nil, act: String? = nil, since: Timestamp? = nil,
        until: Timestamp? = nil
    ) -> AuditQuery {
        AuditQuery(
            q: q, actor: actor, act: act, since: since, until: until, page: PageQuery(limit: 100))
    }

    @Test("the log is searched as one types, and Esc shows all of it again")
    func search() {
        var stage = Sample.admin(.audit)
        stage.press("/")
        stage.type("xp")
        #expect(stage.effects.last == .fetchAudit(query(q: "xp")))
        stage.send(.auditFetched(query(q: "xp"), .success(Page(items: []))))
        #expect(stage.shows("No entry is like that."))
        stage.press(.escape)
        #expect(stage.effects.last == .fetchAudit(query()))
        #expect(!stage.state.admin.audit.isSearching)
    }

    @Test("an answer to words that were typed over is dropped")
    func late() {
        var stage = Sample.admin(.audit)
        stage.press("/")
        stage.type("xp")
        stage.send(.auditFetched(query(q: "x"), .success(Page(items: []))))
        #expect(stage.shows("Gerente Regional"))
    }

    @Test("actor, act and time narrow it, days counted in the reader's own calendar")
    func filter() {
        var stage = Sample.admin(.audit)
        stage.press("f")
        stage.type("Ana")
        stage.press(.tab)
        stage.type("user")
        stage.press(.tab)
        stage.type("2026-11-31")
        stage.press(.enter)
        #expect(stage.shows("A day as 2026-11-20, or how long ago"))
        stage.press(.control("u"))
        stage.type("2026-11-18")
        stage.press(.tab)
        stage.type("2026-11-19")
        stage.press(.enter)
        #expect(stage.state.overlays.isEmpty)
        let start = Timestamp(seconds: 1_794_960_000)
        #expect(
            stage.effects == [
                .fetchAudit(
                    query(
                        actor: "ana", act: "user", since: start,
                        until: start.adding(seconds: 2 * 86_400)))
            ])
        #expect(stage.shows("who ana") && stage.shows("from 2026-11-18"))
        stage.press("f")
        #expect(stage.shows("2026-11-19"), "the form remembers")
        stage.press(.escape)
        stage.settle()
        stage.press("c")
        #expect(stage.effects == [.fetchAudit(query())])
        stage.press("c")
        #expect(stage.status.contains("all of it is shown"))
    }

    @Test("a time may be said as so long ago, and must not end before it begins")
    func ago() {
        var stage = Sample.admin(.audit)
        stage.press("f")
        stage.press(.tab, .tab)
        stage.type("7d")
        stage.press(.tab)
        stage.type("8d")
        stage.press(.enter)
        #expect(stage.shows("This ends before it begins."))
        stage.press(.control("u"))
        stage.press(.enter)
        #expect(stage.effects == [.fetchAudit(query(since: Sample.days(7)))])
    }

    @Test("Enter shows the whole entry, also what is longer than the screen")
    func entry() {
        var stage = Sample.admin(.audit, width: 80, height: 24)
        let long = (1...120).map { "word\($0)" }.joined(separator: " ")
        stage.press("[", "]")
        stage.send(
            .auditFetched(
                query(),
                .success(
                    Page(items: [
                        AuditBody(
                            id: 41, at: Sample.ago(5), actor: "ana", act: "note.added",
                            subject: "user bruno", reason: nil, before: nil,
                            after: long + " "
                                + long, address: "192.0.2.7")
                    ]))))
        #expect(!stage.shows("192.0.2.7") || !stage.shows("word119"))
        stage.press(.enter)
        #expect(stage.shows("word30") && stage.shows("note.added"))
        #expect(stage.shows("20 Nov 21:04:00"))
        #expect(!stage.shows("192.0.2.7"))
        stage.press("G")
        #expect(stage.shows("192.0.2.7"))
        stage.press(.escape)
        #expect(stage.state.overlays.isEmpty)
    }

    @Test("what happens in the community brings a log that is read from the top up to date")
    func live() {
        var stage = Sample.admin(.audit)
        stage.send(.communityHappened(CommunityEvent(kind: .rolesChanged)))
        stage.pass(milliseconds: 2000)
        #expect(stage.effects.contains(.fetchAudit(query())))
        stage.send(.auditFetched(query(), .success(Page(items: Sample.audit))))
        stage.press(.down)
        stage.send(.communityHappened(CommunityEvent(kind: .userChanged)))
        stage.settle()
        stage.pass(milliseconds: 2000)
        #expect(
            !stage.effects.contains(.fetchAudit(query())), "who reads further down is not moved")
    }
}

extension Stage {
    fileprivate mutating func press(_ letters: Character...) {
        for letter in letters { press(letter) }
    }
}
