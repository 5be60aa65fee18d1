import Foundation
import Testing

/// Places where there can be no full screen: one line that says where to go instead.
@Suite(.inTurn) struct TerminalTests {
    @Test(
        "without a terminal it points to the command line", arguments: [[], ["demo"], ["screen"]])
    func notATerminal(words: [String]) async throws {
        let me = try Person(at: "http://127.0.0.1:9")
        let ended = try await me.enxame(words)
        #expect(ended.code == 1)
        #expect(ended.complaints.count == 1)
        #expect(ended.error.hasPrefix("enxame: the full screen needs a terminal; "))
        #expect(ended.output.isEmpty)
        #expect(me.home.names() == ["tmp"])
    }

    @Test(
        "a terminal that cannot place its cursor, or that nobody knows, is named",
        arguments: ["dumb", "no-such-terminal"])
    func unfit(term: String) async throws {
        let home = try TemporaryFolder()
        try await TerminalSession.screen("", in: home, term: term) { terminal, _ in
            let aftermath = try await terminal.aftermath()
            #expect(aftermath == .restored(1))
            let screen = try await terminal.wait(for: "enxame: the terminal “\(term)”")
            #expect(screen.contains("enxame --plain"))
        }
    }
}
