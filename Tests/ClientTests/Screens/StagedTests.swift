import API
import Cells
import Domain
import Testing

@testable import Client

/// Bulk acts: what will be done is shown first, and done one after another.
@Suite struct StagedTests {
    private func transfers(width: Int = 120) -> Stage {
        var stage = Sample.busy(width: width)
        stage.press(.function(2))
        stage.settle()
        return stage
    }

    private static func steps(_ effects: [Effect]) -> [Effect] {
        effects.compactMap { if case .step(_, let effect) = $0 { effect } else { nil } }
    }

    /// The number of the step that was asked for last.
    private static func number(_ effects: [Effect]) -> Int {
        effects.reversed().lazy.compactMap {
            if case .step(let number, _) = $0 { number } else { nil }
        }.first ?? -1
    }

    @Test("a bulk act shows what it does, and is answered on another key")
    func preview() {
        var stage = transfers()
        stage.press("*")
        stage.settle()
        stage.press("D")
        #expect(stage.shows("6 torrents"), "\(stage)")
        #expect(stage.shows("on this disk are deleted for good"))
        #expect(Self.steps(stage.effects).isEmpty)
        stage.press("D")
        #expect(Self.steps(stage.effects).isEmpty && stage.state.overlays.count == 1)
        stage.press("n")
        #expect(stage.state.overlays.isEmpty && stage.state.transfers.marked.count == 6)
    }

    @Test("it is done one after another, and says how far it is")
    func steps() {
        var stage = transfers()
        stage.strike("2 ")
        stage.press("d")
        stage.settle()
        stage.press("y")
        let rows = stage.state.transfers.all
        #expect(Self.steps(stage.effects) == [.removeTransfers([rows[0].id], withData: false)])
        #expect(stage.status.contains("remove: 1 of 2"), "\(stage)")
        let number = Self.number(stage.effects)
        stage.settle()
        stage.send(.stepped(number, nil))
        #expect(Self.steps(stage.effects) == [.removeTransfers([rows[1].id], withData: false)])
        #expect(stage.status.contains("2 of 2"))
        stage.send(.stepped(number, nil))
        #expect(stage.state.batch == nil && stage.status.contains("Remove: 2 done."))
        #expect(stage.state.transfers.marked.isEmpty)
    }

    @Test("what fails stays marked and is named at the end")
    func failures() {
        var stage = Sample.catalog()
        stage.strike("3 ")
        stage.press("d")
        #expect(stage.shows("3 entries") && stage.shows("in all"))
        stage.settle()
        stage.press("y")
        for place in 0..<3 {
            guard let step = stage.state.batch?.current, case .download(let id, _) = step.effect
            else {
                Issue.record("no step \(place)")
                return
            }
            let outcome: Outcome<InfoHash> =
                place == 1
                ? .failure(CommunityFailure(.refused, code: "ratio", "You owe 1.2 GiB."))
                : .success(Sample.hash(50 + place))
            stage.send(.stepped(Self.number(stage.effects), .downloadStarted(id, outcome)))
        }
        #expect(stage.status.contains("2 done, 1 not"), "\(stage)")
        #expect(stage.status.contains("You owe 1.2 GiB."))
        #expect(stage.state.catalog.marks.ids.count == 1)
        #expect(stage.state.catalog.downloading.isEmpty)
    }

    @Test("what cannot be acted on is left out, with the reason")
    func leftOut() {
        var stage = Sample.busy()
        stage.strike("4 ")
        stage.press("d")
        #expect(stage.shows("are left out:"), "\(stage)")
        #expect(stage.shows("is in Transfers already"))
        let count = stage.state.overlays.last.map {
            if case .staged(let staged) = $0 { staged.items.count } else { -1 }
        }
        #expect(count == 1)
    }

    @Test("what is still owed for torrents about to leave is said")
    func owed() {
        var stage = transfers()
        stage.strike("6 ")
        stage.settle()
        stage.press("d")
        guard let me = stage.state.session?.me.id else { return }
        #expect(stage.effects.contains(.fetchShares(me)))
        let first = stage.state.transfers.all[0]
        let entry = Sample.entries.first { $0.infoHash == first.id }?.id
        let share = TorrentShare(
            catalogId: entry, title: "as the server says", bytesUp: .zero, bytesDown: .zero,
            isActive: true, owedUntil: Sample.now.timestamp.adding(seconds: 31 * 3600))
        stage.send(.sharesFetched(me, .success([share])))
        #expect(stage.shows("31 h"), "\(stage)")
        #expect(stage.shows("owes seeding"))
    }

    @Test("of several that are owed the last one counts, and what is owed no more does not")
    func owedLongest() throws {
        var stage = transfers()
        stage.strike("6 ")
        stage.press("d")
        let me = try #require(stage.state.session?.me.id)
        func share(_ place: Int, hours: Int64, byTitle: Bool = false) -> TorrentShare {
            let transfer = stage.state.transfers.all[place]
            let entry = Sample.entries.first { $0.infoHash == transfer.id }
            return TorrentShare(
                catalogId: byTitle ? nil : entry?.id,
                title: byTitle ? stage.state.transfers.title(of: transfer) : "as the server says",
                bytesUp: .zero, bytesDown: .zero, isActive: true,
                owedUntil: Sample.now.timestamp.adding(seconds: hours * 3600))
        }
        stage.send(
            .sharesFetched(
                me, .success([share(0, hours: 3), share(1, hours: 70), share(2, hours: -2)])))
        #expect(stage.shows("70 h"))
        #expect(stage.shows("2 still owe"), "\(stage)")
        // An entry that is in no list here is known by its title alone.
        stage.state.catalog.items = CatalogPages()
        stage.state.catalog.hashes = [:]
        stage.send(.sharesFetched(me, .success([share(0, hours: 5, byTitle: true)])))
        #expect(stage.shows("1 still owes seeding: 5 h"))
        stage.send(.sharesFetched(me, .success([share(2, hours: -2)])))
        #expect(!stage.shows("still owe"))
    }

    @Test("with a reason to give, giving it is the answer")
    func reason() {
        var stage = Sample.admin(.approvals)
        stage.strike("2 ")
        stage.press("x")
        stage.settle()
        stage.press(.enter)
        #expect(stage.shows("Say why; it is kept."), "\(stage)")
        stage.type("duplicate")
        stage.press(.enter)
        #expect(
            Self.steps(stage.effects).contains {
                if case .reject(_, ReasonBody(reason: "duplicate")) = $0 { true } else { false }
            })
    }

    @Test("approvals are given one after another, and the queue is asked for anew")
    func approving() {
        var stage = Sample.admin(.approvals)
        stage.press("*")
        stage.press("a")
        stage.settle()
        stage.press("y")
        #expect(Self.steps(stage.effects).count == 1 && stage.state.overlays.isEmpty)
        stage.hold(.character("y"))
        #expect(Self.steps(stage.effects).count == 1)
    }

    @Test("a second batch waits for the first, and a session that ends takes it along")
    func oneAtATime() {
        var stage = transfers()
        stage.press("*")
        stage.press("p")
        stage.press("y")
        stage.press("D")
        #expect(stage.status.contains("remove") == false || stage.state.overlays.isEmpty)
        #expect(stage.state.overlays.isEmpty)
        let number = stage.state.batch?.number ?? 0
        stage.send(.stepped(number + 1, nil))
        #expect(stage.state.batch?.done == 0)
        stage.send(
            .stepped(
                number,
                .transferRefused(Sample.hash(2), CommunityFailure(.signedOut, "gone"))))
        #expect(stage.state.session == nil && stage.state.batch == nil)
    }

    @Test("another role is chosen first, and then what it does is shown")
    func roles() {
        var stage = Sample.admin(.users)
        stage.answerUsers()
        stage.press("*")
        stage.press("r")
        #expect(stage.shows("Role of"))
        stage.settle()
        stage.press(.enter)
        guard case .staged(let staged) = stage.state.overlays.last else {
            Issue.record("no preview\(stage)")
            return
        }
        #expect(staged.items.count + staged.leftOut.count == stage.state.admin.users.items.count)
        #expect(!staged.leftOut.isEmpty)
    }

    @Test("a ban of many ends after the time that is given, and a slip there is said")
    func banning() {
        var stage = Sample.admin(.users)
        stage.answerUsers()
        stage.press("*")
        stage.press("b")
        stage.settle()
        #expect(stage.shows("For how long"), "\(stage)")
        stage.type("spam")
        stage.press(.tab)
        stage.type("soon")
        stage.press(.enter)
        #expect(stage.shows("A time is a number with a unit"), "\(stage)")
        stage.press(.control("u"))
        stage.type("7d")
        let now = stage.state.now.timestamp
        stage.press(.enter)
        #expect(
            Self.steps(stage.effects).contains {
                guard case .banUser(_, let ban) = $0 else { return false }
                return ban.reason == "spam" && ban.expiresAt == now.adding(seconds: 7 * 86_400)
            })
    }

    @Test(
        "in the smallest window what is lost is said in whole words", arguments: Language.allCases)
    func gravest(language: Language) {
        var stage = Sample.busy(language: language)
        stage.press(.function(2))
        stage.strike("4 ")
        stage.press("D")
        stage.resize(40, 10)
        #expect(stage.shows(language == .english ? "for good." : "de vez."), "\(stage)")
        #expect(stage.shows("y "), "\(stage)")
    }

    @Test("the preview fits every size, and its names scroll")
    func sizes() {
        for (width, height) in [(40, 10), (80, 24), (200, 60)] {
            var stage = transfers()
            stage.press("*")
            stage.press("D")
            stage.resize(width, height)
            stage.press("G")
            #expect(stage.shows("y "), "\(stage)")
        }
    }

    @Test("goldens of the preview")
    func goldens() throws {
        var removal = Sample.busy()
        removal.press(.function(2))
        removal.strike("4 ")
        removal.press("D")
        try Golden.expect(removal.state, "staged-remove")
        var download = Sample.busy(language: .portuguese)
        download.strike("6 ")
        download.press("d")
        try Golden.expect(download.state, "staged-download-portuguese")
        var rejection = Sample.admin(.approvals)
        rejection.press("*")
        rejection.press("x")
        try Golden.expect(rejection.state, "staged-reject")
        var ban = Sample.admin(.users)
        ban.answerUsers()
        ban.press("*")
        ban.press("b")
        try Golden.expect(ban.state, "staged-ban", alsoAt: Size(width: 40, height: 10))
    }
}
