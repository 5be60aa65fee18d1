import API
import Cells
import Client
import Domain
import Testing

@Suite struct CatalogTests {
    @Test("searching asks with every letter, and keeps what is shown until the answer comes")
    func searchAsYouType() {
        var stage = Sample.catalog()
        stage.settle()
        stage.press("/")
        stage.type("se")
        let queries = stage.effects.compactMap { effect -> String? in
            if case .searchCatalog(let query) = effect { query.q } else { nil }
        }
        #expect(queries == ["s", "se"])
        #expect(stage.effects.allSatisfy { [.catalog, .suggestions].contains($0.id) })
        #expect(stage.shows("Relatório de Segurança"))
    }

    @Test("an answer to an older question is dropped")
    func staleAnswer() {
        var stage = Sample.catalog()
        stage.press("/")
        stage.type("a")
        let old = stage.state.catalog.awaited
        stage.type("b")
        if let old { stage.send(.catalogFound(old, .success(Sample.page([Sample.entries[6]])))) }
        #expect(stage.state.catalog.items.count == Sample.entries.count)
        stage.answerCatalog(Sample.page([Sample.entries[3]]))
        #expect(stage.state.catalog.items.loaded == [Sample.entries[3]])
    }

    @Test("escape clears the search and asks for everything again")
    func clearing() {
        var stage = Sample.catalog()
        stage.press("/")
        stage.type("x")
        stage.settle()
        stage.press(.escape)
        #expect(stage.state.catalog.search.isEmpty)
        #expect(stage.effects.first == .searchCatalog(stage.state.catalog.query))
    }

    @Test("what an entry counts for is said with it, and until when")
    func terms() {
        let said = { (up: Int?, down: Int?, days: Int64?, language: Language) in
            let entry = Sample.entries[0]
            var stage = Sample.catalog(language: language, width: 160, height: 48)
            stage.press("/")
            stage.type("x")
            stage.answerCatalog(
                Sample.page([
                    CatalogSummary(
                        id: entry.id, title: entry.title, kind: entry.kind, size: entry.size,
                        fileCount: 1, tags: [], uploader: entry.uploader,
                        minRoleWeight: entry.minRoleWeight, status: entry.status,
                        infoHash: entry.infoHash, createdAt: entry.createdAt, seeders: 1,
                        leechers: 0, completed: 0, uploadPercent: up, downloadPercent: down,
                        termsUntil: days.map { Sample.now.timestamp.adding(seconds: $0 * 86_400) })
                ]))
            return stage
        }
        #expect(said(100, 0, 2, .english).shows("counts freeleech until 22 Nov"))
        #expect(said(200, 50, nil, .english).shows("counts ↓ 50 %  ↑ 200 %"))
        #expect(said(100, 100, 2, .portuguese).shows("conta como sempre até 22 nov"))
        #expect(!said(nil, nil, nil, .english).shows("counts"))
    }

    @Test("nothing found is said in words")
    func nothingFound() {
        var stage = Sample.catalog()
        stage.press("/")
        stage.type("xyz")
        stage.answerCatalog(Sample.page([]))
        #expect(stage.shows("Nothing matches “xyz”."))
    }

    @Test("d downloads what is not here, asking nothing")
    func download() {
        var stage = Sample.catalog()
        stage.settle()
        stage.press("d")
        #expect(
            stage.effects == [.download(CatalogID(1), title: "Relatório de Segurança 2026")])
        #expect(stage.status.contains("Downloading Relatório"))
        // A second press does not ask twice.
        stage.settle()
        stage.press("d")
        #expect(stage.effects.isEmpty)
    }

    @Test("d shows the transfer of what is here already")
    func showTransfer() {
        var stage = Sample.busy()
        stage.press("d")
        #expect(stage.state.tab == .transfers)
        #expect(stage.state.transfers.current?.infoHash == Sample.hash(1))
    }

    @Test("a download that is refused says so in its row")
    func refusal() {
        var stage = Sample.catalog()
        stage.press("d")
        stage.send(
            .downloadStarted(
                CatalogID(1),
                .failure(CommunityFailure(.refused, code: "ratio", "You owe 1.2 GiB."))))
        stage.pass(milliseconds: 60_000)
        #expect(stage.shows("! Relatório de Segurança 2026  You owe 1.2 GiB."))
        // And the next try clears it.
        stage.press("d")
        #expect(!stage.shows("You owe"))
    }

    @Test("Enter opens the detail, and in the detail Enter downloads", arguments: [80, 120])
    func opening(width: Int) {
        var stage = Sample.catalog(width: width)
        stage.settle()
        stage.press(.enter)
        #expect(stage.state.isEntryFocused && stage.effects.isEmpty)
        #expect(stage.status.contains("⏎ download"))
        stage.press("j")
        #expect(stage.state.catalog.cursor.index == 1 && stage.state.isEntryFocused)
        stage.press(.escape)
        #expect(!stage.state.isEntryFocused && stage.status.contains("⏎ open"))
        stage.press("k")
        stage.settle()
        stage.press(.enter, .enter)
        #expect(
            stage.effects == [.download(CatalogID(1), title: "Relatório de Segurança 2026")])
    }

    @Test("a held Enter opens the detail and does not go on to download")
    func heldEnter() {
        var stage = Sample.catalog()
        stage.settle()
        stage.hold(.enter)
        #expect(stage.state.isEntryFocused && stage.effects.isEmpty)
    }

    @Test("the next page is asked for before the cursor reaches the end")
    func paging() {
        var stage = Sample.signedIn()
        let many = (1...60).map {
            Sample.entry(
                Int64($0), "Title \($0)", .pdf, 1, seeders: 1, leechers: 0, age: Sample.days(1))
        }
        if let query = stage.state.catalog.awaited {
            stage.send(
                .catalogFound(query, .success(CatalogPage(items: many, nextCursor: "c", total: 90)))
            )
        }
        stage.settle()
        for _ in 0..<41 { stage.press(.down) }
        let query = stage.state.catalog.awaited
        #expect(query?.page.cursor == "c")
        #expect(query.map { stage.effects.contains(.searchCatalog($0)) } == true)
        let rest = (61...90).map {
            Sample.entry(
                Int64($0), "Title \($0)", .pdf, 1, seeders: 1, leechers: 0, age: Sample.days(1))
        }
        stage.answerCatalog(CatalogPage(items: rest, total: 90))
        #expect(stage.state.catalog.items.count == 90)
        #expect(stage.state.catalog.cursor.index == 41)
    }

    /// The page that is awaited, of a list of so many.
    private func answerPage(_ stage: inout Stage, of count: Int) {
        guard let query = stage.state.catalog.awaited else { return }
        let start = query.page.cursor.flatMap { Int($0) } ?? 0
        let end = min(count, start + query.page.limit)
        let items = (start..<end).map {
            Sample.entry(
                Int64($0), "Title \($0)", .pdf, 1, seeders: 1, leechers: 0, age: Sample.days(1))
        }
        stage.send(
            .catalogFound(
                query,
                .success(
                    CatalogPage(
                        items: items, nextCursor: end < count ? String(end) : nil, total: count))))
    }

    @Test("the last row is the list's own last, however many pages that takes")
    func toTheEnd() {
        var stage = Sample.signedIn()
        answerPage(&stage, of: 5000)
        stage.press("G")
        var pages = 0
        while stage.state.catalog.awaited != nil, pages < 100 {
            answerPage(&stage, of: 5000)
            pages += 1
        }
        #expect(pages == 25)
        #expect(stage.state.catalog.cursor.index == 4999)
        #expect(stage.shows("Title 4999") && stage.shows("of 5,000"))
        #expect(stage.state.catalog.items.loaded.count < 3000)
        // And what was forgotten on the way comes again.
        stage.press("g")
        #expect(stage.shows("Title 0"))
        for _ in 0..<6 { stage.press(.pageDown) }
        for _ in 0..<4 { answerPage(&stage, of: 5000) }
        let row = stage.state.catalog.cursor.index
        #expect(stage.state.catalog.current?.title == "Title \(row)")
    }

    @Test("any other key stops the way to the end")
    func stopping() {
        var stage = Sample.signedIn()
        answerPage(&stage, of: 5000)
        stage.press("G")
        answerPage(&stage, of: 5000)
        stage.press(.up)
        answerPage(&stage, of: 5000)
        let row = stage.state.catalog.cursor.index
        answerPage(&stage, of: 5000)
        #expect(stage.state.catalog.cursor.index == row && row < 4990)
    }

    @Test("the detail follows the cursor, and a newer row ends the older question")
    func detail() {
        var stage = Sample.catalog()
        stage.settle()
        stage.press(.down, .down)
        #expect(stage.effects == [.fetchDetail(CatalogID(2)), .fetchDetail(CatalogID(3))])
        #expect(Set(stage.effects.map(\.id)) == [.detail])
        stage.settle()
        stage.press(.up, .up)
        #expect(!stage.effects.contains(.fetchDetail(CatalogID(1))), "known details stay")
    }

    @Test("in a narrow terminal the detail takes the list's place, and is asked for only then")
    func narrowDetail() {
        var stage = Sample.signedIn(width: 80, height: 24)
        stage.answerCatalog(Sample.page())
        #expect(!stage.effects.contains(.fetchDetail(CatalogID(1))))
        stage.press(.right)
        #expect(stage.effects.contains(.fetchDetail(CatalogID(1))))
        #expect(stage.shows("42 seeders"))
        stage.press(.escape)
        #expect(!stage.shows("42 seeders"))
    }

    @Test("a change in the community is asked for quietly, and the cursor stays on its entry")
    func quietRefresh() {
        var stage = Sample.catalog()
        stage.press(.down)
        stage.settle()
        stage.send(.communityHappened(CommunityEvent(kind: .swarmChanged, catalogId: CatalogID(2))))
        #expect(stage.effects.isEmpty, "many changes make one question")
        stage.pass(milliseconds: 2000)
        #expect(stage.effects.contains { if case .searchCatalog = $0 { true } else { false } })
        let newest = Sample.entry(
            99, "Brand new", .text, 0.001, seeders: 1, leechers: 0, age: Sample.ago(5))
        stage.answerCatalog(Sample.page([newest] + Sample.entries))
        #expect(stage.state.catalog.current?.id == CatalogID(2))
        #expect(stage.state.catalog.changedAt.keys.contains(CatalogID(99)))
        stage.pass(milliseconds: 600)
        #expect(stage.state.catalog.changedAt.isEmpty, "brightness fades")
    }

    @Test("the For column is there once something is not for all, and then stays")
    func audience() {
        var stage = Sample.signedIn(width: 160, height: 40)
        stage.answerCatalog(Sample.page([Sample.entries[0]]))
        #expect(!stage.shows(" For "))
        stage.press("/")
        stage.type("x")
        stage.answerCatalog(Sample.page())
        #expect(stage.shows(" For ") && stage.shows("Supervisor"))
        stage.type("y")
        stage.answerCatalog(Sample.page([Sample.entries[0]]))
        #expect(stage.shows(" For "))
    }

    @Test("sorting goes round and asks again")
    func sorting() {
        var stage = Sample.catalog()
        stage.settle()
        stage.press("s")
        #expect(stage.state.catalog.sort == .newest)
        #expect(stage.effects.first == .searchCatalog(stage.state.catalog.query))
        #expect(stage.shows("newest ▾"))
    }

    @Test("deleting asks for a reason, and only those who may are asked")
    func deleting() {
        var stage = Sample.catalog(as: BuiltInRoles.superAdmin)
        stage.settle()
        stage.press("X")
        stage.press(.enter)
        #expect(stage.shows("Say why; it is kept."))
        stage.type("duplicate")
        stage.press(.enter)
        #expect(
            stage.effects == [.deleteEntry(CatalogID(1), ReasonBody(reason: "duplicate"))])
        stage.send(.entryDeleted(CatalogID(1), .success(Nothing())))
        #expect(stage.state.overlays.isEmpty)
        #expect(!stage.state.catalog.items.loaded.contains { $0.id == CatalogID(1) })

        var member = Sample.catalog(as: BuiltInRoles.member)
        member.press("X")
        #expect(member.state.overlays.isEmpty)
        #expect(member.status.contains("You lack the permission catalog.delete."))
    }

    @Test("names from outside cannot reach the terminal")
    func hostileNames() {
        var stage = Sample.signedIn()
        let hostile = "evil\u{1B}[2J\u{202E}fdp.exe\u{200B}\nsecond line"
        stage.answerCatalog(
            Sample.page([
                Sample.entry(1, hostile, .pdf, 1, seeders: 1, leechers: 0, age: Sample.days(1))
            ]))
        stage.send(
            .detailFetched(
                CatalogID(1),
                .success(
                    CatalogDetail(
                        summary: Sample.entries[0], description: hostile,
                        files: [CatalogFile(path: hostile, size: .zero)], uploaderRole: hostile,
                        reason: nil))))
        stage.send(
            .transferHappened(
                .changed([
                    Transfer(
                        infoHash: Sample.hash(1), name: hostile, state: .failed,
                        size: .zero, problem: hostile)
                ])),
            .transferHappened(.torrentFinished(Sample.hash(1))))
        for tab in ["1", "2", "5"] as [Character] {
            stage.press(tab)
            let scalars = stage.screen.unicodeScalars
            #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" })
            #expect(!scalars.contains { [0x202E, 0x200B, 0x1B].contains($0.value) })
        }
    }
}
