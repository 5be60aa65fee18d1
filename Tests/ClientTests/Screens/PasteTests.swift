import API
import Cells
import Domain
import Testing

@testable import Client

@Suite struct PasteTests {
    private let stranger = "magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567"

    /// On the community's machine, with somebody's passkey.
    private let own = "http://localhost:6969/announce?passkey=0123"

    private func question(_ stage: Stage) -> QuestionState? {
        if case .question(let question) = stage.state.overlays.last { question } else { nil }
    }

    @Test(
        "files are looked into, and then asked about; what cannot be added is named with the reason"
    )
    func files() throws {
        var stage = Sample.busy()
        stage.settle()
        stage.press(.paste("/tmp/aula.torrent\n/tmp/broken.torrent\n\(stranger)\nwhat is this"))
        #expect(stage.effects == [.inspectTorrents(["/tmp/aula.torrent", "/tmp/broken.torrent"])])
        #expect(stage.state.overlays.isEmpty)
        stage.settle()
        stage.send(
            .torrentsInspected([
                PastedFile(
                    path: "/tmp/aula.torrent",
                    outcome: .success(
                        PastedFile.Facts(
                            name: "Aula 08: filas", size: Sample.bytes(1.5),
                            trackers: [own]))),
                PastedFile(
                    path: "/tmp/broken.torrent",
                    outcome: .failure(
                        CommunityFailure(.broken, "this is not a usable torrent: it is cut"))),
            ]))
        try Golden.expect(stage.state, "paste")
        stage.state.language = .portuguese
        try Golden.expect(stage.state, "paste-pt")
        #expect(stage.effects.isEmpty)
        stage.press("y")
        #expect(
            stage.effects == [.addTorrent(path: "/tmp/aula.torrent", name: "Aula 08: filas")])
        stage.send(.torrentAdded(name: "Aula 08: filas", .success(Sample.entries[0].infoHash)))
        #expect(stage.status.contains("Aula 08"))
    }

    @Test(
        "a file of another tracker, or of none, is left out, and its tracker is named",
        arguments: [
            (["https://Tracker.Example.org:443/announce?passkey=secret"], "tracker.example.org"),
            (["udp://other.example:80", "udp://more.example:80"], "other.example"),
            ([], "names no tracker"), (["no address"], "names no tracker"),
        ])
    func elsewhere(trackers: [String], reason: String) throws {
        var stage = Sample.busy()
        stage.press(.paste("/tmp/a.torrent\n/tmp/b.torrent"))
        stage.settle()
        func file(_ name: String, _ trackers: [String]) -> PastedFile {
            PastedFile(
                path: "/tmp/\(name).torrent",
                outcome: .success(
                    PastedFile.Facts(name: name, size: Sample.bytes(1), trackers: trackers)))
        }
        stage.send(.torrentsInspected([file("a", trackers), file("b", [])]))
        #expect(question(stage)?.effects == [])
        #expect(stage.shows(reason) && !stage.shows("secret"))
        stage.press("n")
        // One of several trackers is enough: no other is ever asked.
        stage.press(.paste("/tmp/a.torrent\n/tmp/b.torrent"))
        stage.send(.torrentsInspected([file("a", trackers + [own]), file("b", trackers)]))
        #expect(
            question(stage)?.effects == [.addTorrent(path: "/tmp/a.torrent", name: "a")])
    }

    @Test("an account that may announce nowhere can add nothing")
    func noAddress() throws {
        var stage = Sample.busy()
        let me = try #require(stage.state.session?.me)
        stage.state.session?.me = MeReply(
            id: me.id, username: me.username, role: me.role, permissions: me.permissions,
            stats: me.stats, announceURL: "")
        stage.press(.paste("/tmp/a.torrent"))
        let facts = PastedFile.Facts(name: "a", size: Sample.bytes(1), trackers: [own])
        stage.send(
            .torrentsInspected([PastedFile(path: "/tmp/a.torrent", outcome: .success(facts))]))
        #expect(question(stage)?.effects == [])
    }

    @Test("a magnet of an entry that is here is downloaded; others are told why not")
    func magnets() throws {
        var stage = Sample.catalog()
        let entry = try #require(stage.state.catalog.items.loaded.first)
        stage.settle()
        stage.press(.paste("magnet:?xt=urn:btih:\(entry.infoHash.hex)"))
        #expect(question(stage)?.effects == [.download(entry.id, title: entry.title)])
        stage.press("n")
        #expect(stage.effects.isEmpty && stage.state.overlays.isEmpty)
        stage.press(.paste(stranger))
        #expect(question(stage)?.effects == [])
        #expect(stage.shows("DHT"))
    }

    @Test("a paste of something else does nothing but say so, and is no row of commands")
    func nothing() {
        var stage = Sample.busy()
        stage.settle()
        let before = stage.state
        stage.press(.paste("2Dy\nrm -rf /\nq"))
        #expect(stage.effects.isEmpty && stage.state.overlays.isEmpty)
        #expect(stage.state.tab == before.tab && stage.state.transfers == before.transfers)
        #expect(stage.state.activity.entries.last?.text == .nothingToAdd)
    }

    @Test("a field takes a paste into itself, cleaned, whatever it names")
    func field() {
        var stage = Sample.busy()
        stage.press("/")
        stage.settle()
        stage.press(.paste("aula\n\u{1B}[2J07\u{202E}"))
        #expect(stage.state.catalog.search.text == "aula [2J07")
        stage.press(.paste(stranger))
        #expect(question(stage) == nil)
        #expect(stage.state.catalog.search.text.hasSuffix("4567"))
    }

    @Test("over a question or a form without a field, and before signing in, it does nothing")
    func outside() {
        var stage = Sample.busy()
        stage.press("?")
        let before = stage.state.overlays
        stage.settle()
        stage.press(.paste(stranger))
        #expect(stage.state.overlays == before && stage.effects.isEmpty)
        var outside = Stage(Sample.blank())
        outside.send(.started)
        outside.press(.paste(stranger))
        #expect(outside.state.overlays.isEmpty)
    }

    @Test("an answer about another paste is dropped")
    func late() {
        var stage = Sample.busy()
        stage.press(.paste("/tmp/a.torrent"))
        stage.press(.paste("/tmp/b.torrent"))
        let facts = PastedFile.Facts(name: "a", size: Sample.bytes(1), trackers: [own])
        stage.send(
            .torrentsInspected([PastedFile(path: "/tmp/a.torrent", outcome: .success(facts))]))
        #expect(stage.state.overlays.isEmpty)
        stage.send(
            .torrentsInspected([PastedFile(path: "/tmp/b.torrent", outcome: .success(facts))]))
        #expect(question(stage) != nil)
    }
}
