import API
import Cells
import Domain
import Testing

@testable import Client

/// Counts, chords, held keys, and keys that mean nothing.
@Suite struct TypedKeysTests {
    private func transfers(_ keymap: Keymap = .standard) -> Stage {
        var stage = Sample.busy(keymap: keymap)
        stage.press(.function(2))
        stage.settle()
        return stage
    }

    // MARK: counts

    @Test("a digit waits for what follows, and opens its pane when nothing does")
    func lonePane() {
        var stage = Sample.busy()
        stage.strike("2")
        #expect(stage.state.tab == .catalog)
        #expect(view(stage.state).lines[0].contains("›2 Transfers"))
        #expect(stage.status.contains("2: Transfers, or a count for j k g G"))
        stage.send(.keysRested)
        #expect(stage.state.tab == .transfers)
        #expect(!stage.status.contains("count"))
    }

    @Test("the wait is asked for with the digit, and called off by whatever follows")
    func timer() {
        var state = Sample.busy().state
        #expect(update(&state, .keyPressed(.character("2"), at: .zero)).contains(.awaitRest))
        let next = update(&state, .keyPressed(.character("j"), at: .milliseconds(90)))
        #expect(next.contains(.cancel(.rest)))
        #expect(update(&state, .keysRested).isEmpty && state.tab == .catalog)
    }

    @Test("a count moves as often as it says, and names a row for g and G")
    func counts() {
        var stage = Sample.busy()
        stage.strike("3j")
        #expect(stage.state.catalog.cursor.index == 3)
        stage.strike("2k")
        #expect(stage.state.catalog.cursor.index == 1)
        stage.strike("5G")
        #expect(stage.state.catalog.cursor.index == 4)
        stage.strike("2g")
        #expect(stage.state.catalog.cursor.index == 1)
        stage.strike("99999999999j")
        #expect(stage.state.catalog.cursor.index == stage.state.catalog.items.count - 1)
        #expect(stage.state.tab == .catalog)
    }

    @Test("a count before a page moves by so many")
    func pages() {
        var cursor = ListCursor()
        cursor.move(Motion.halfPageDown.times(3), count: 1000, height: 21)
        #expect(cursor.index == 30)
        cursor.move(Motion.pageUp.times(1), count: 1000, height: 21)
        #expect(cursor.index == 10)
        cursor.move(Motion.last.times(20), count: 1000, height: 21)
        #expect(cursor.index == 19)
    }

    @Test("a digit without a pane only counts, for as long as it takes")
    func paneless() {
        var stage = Sample.busy(as: BuiltInRoles.member)
        for digit: Character in ["4", "7"] {
            stage.strike(.character(digit))
            #expect(stage.status.contains("\(digit): a count for j k g G"), "\(stage)")
            stage.send(.keysRested)
            #expect(stage.state.typed.count == digit.wholeNumberValue)
            stage.strike(.escape)
            #expect(stage.state.typed.isEmpty)
        }
        stage.strike("0")
        #expect(stage.status.contains("0 does nothing here"))
    }

    @Test("what follows a digit and is no motion is meant for the pane")
    func paneAtOnce() {
        var stage = Sample.busy()
        stage.strike("2p")
        #expect(stage.state.tab == .transfers)
        #expect(stage.effects.contains { if case .pauseTransfers = $0 { true } else { false } })
        stage.strike("1")
        stage.strike(.enter)
        #expect(stage.state.tab == .catalog && stage.state.overlays.isEmpty)
        stage.strike("12p")
        #expect(
            stage.status.contains("p takes no count") || stage.status.contains("p does nothing"))
        #expect(stage.state.tab == .catalog)
    }

    @Test("F-keys and Alt with a digit open a pane without waiting")
    func noWait() {
        var stage = Sample.busy()
        stage.strike(.function(2))
        #expect(stage.state.tab == .transfers)
        stage.strike(.alt("1"))
        #expect(stage.state.tab == .catalog)
    }

    @Test("digits in a field are text")
    func typing() {
        var stage = Sample.busy()
        stage.strike("/2026")
        #expect(stage.state.catalog.search.text == "2026" && stage.state.typed.isEmpty)
    }

    @Test("a count marks so many rows")
    func marks() {
        var stage = transfers()
        stage.strike("3 ")
        #expect(stage.state.transfers.marked.count == 3)
        #expect(stage.state.transfers.cursor.index == 3)
    }

    // MARK: held keys

    @Test("a key that is held down does once what destroys or costs something")
    func held() {
        var stage = transfers()
        stage.settle()
        stage.hold(.character("p"))
        #expect(stage.effects.count == 1)
        stage.settle()
        stage.hold(.character("d"))
        #expect(stage.state.overlays.count == 1 && stage.effects.isEmpty)
    }

    @Test("the key that asked a question does not answer it while it is held")
    func heldAnswer() {
        let keymap = Keymap.standard.changing([
            KeyChange(place: "question", action: "confirm", keys: ["d"])
        ]).keymap
        var stage = transfers(keymap)
        stage.settle()
        stage.hold(.character("d"))
        #expect(stage.state.overlays.count == 1 && stage.effects.isEmpty)
        stage.press("d")
        #expect(stage.effects.contains { if case .removeTransfers = $0 { true } else { false } })
    }

    @Test("a held motion goes on, and a second press after a moment counts")
    func heldMotion() {
        var stage = transfers()
        stage.hold(.character("j"), times: 4)
        #expect(stage.state.transfers.cursor.index == 4)
        stage.settle()
        stage.press("p")
        stage.press("p")
        #expect(stage.effects.count == 2)
    }

    @Test("whatever loses or takes something is done once a press")
    func declared() {
        for action: Action in [
            .removeTransfer, .removeWithData, .deleteEntry, .approve, .reject, .toggleBan,
            .deleteMember, .withdrawInvitation, .resetPasskey, .endSession, .deleteAPIKey,
            .forgetServer, .confirm, .save, .download, .signOut,
        ] { #expect(action.isOncePerPress, "\(action)") }
        #expect(!Action.moveDown.isOncePerPress && !Action.toggleMark.isOncePerPress)
    }

    // MARK: chords

    @Test("the beginning of a chord shows what can follow, and the rest of it acts")
    func chord() {
        var stage = Sample.busy()
        stage.settle()
        stage.strike("y")
        #expect(stage.status.contains("y …"))
        #expect(stage.shows("Copy the title") && stage.shows("Copy the info-hash"))
        stage.strike("y")
        #expect(stage.effects == [.copy(stage.state.catalog.current?.title ?? "")])
        #expect(!stage.shows("Copy the info-hash"))
    }

    @Test("Esc leaves a chord, and what is none of it says so")
    func brokenChord() {
        var stage = Sample.busy()
        stage.strike("z")
        stage.strike(.escape)
        #expect(stage.state.typed.isEmpty && stage.state.tab == .catalog)
        stage.strike("zq")
        #expect(stage.status.contains("z q does nothing here"))
    }

    @Test("z t, z z and z b move the window around the row")
    func windows() {
        var cursor = ListCursor(index: 500)
        for (motion, first) in [
            (Motion.windowToTop, 498), (.windowToMiddle, 490),
            (.windowToBottom, 482),
        ] {
            cursor.move(motion, count: 1000, height: 21)
            cursor.settle(count: 1000, height: 21)
            #expect(cursor.index == 500 && cursor.first == first, "\(motion)")
        }
    }

    @Test("g stays single and instant")
    func single() {
        var stage = Sample.busy()
        stage.strike("Gg")
        #expect(stage.state.catalog.cursor.index == 0 && stage.state.typed.isEmpty)
    }

    @Test("chords are set in the settings file, and one that cannot be finished is named")
    func chordSettings() {
        let free = Keymap.standard.changing([
            KeyChange(action: "open-themes", keys: ["z h", "T"])
        ])
        #expect(free.problems.isEmpty)
        #expect(
            free.keymap.meaning(of: [.character("z"), .character("h")], in: [.lists, .everywhere])
                == .action(.openThemes))
        let hidden = Keymap.standard.changing([
            KeyChange(place: "lists", action: "move-first", keys: ["g g", "z"])
        ])
        #expect(
            hidden.problems.contains(
                .chordHidden(
                    KeyChord(.character("z"), .character("t")), of: .rowToTop, by: .moveFirst,
                    .lists)))
        let taken = Keymap.standard.changing([
            KeyChange(place: "lists", action: "move-first", keys: ["z t"])
        ])
        #expect(
            taken.problems == [
                .chordTaken(
                    KeyChord(.character("z"), .character("t")), by: .moveFirst, from: .rowToTop,
                    .lists)
            ])
        #expect(KeyChord(name: "z") == nil && KeyChord(name: "z nonsense") == nil)
        #expect(KeyChord(name: "g ctrl-d")?.name == "g ctrl-d")
    }

    // MARK: keys that mean nothing

    @Test("a key that does nothing here says so, over a question too")
    func unbound() {
        var stage = transfers()
        stage.strike("Z")
        #expect(stage.status.contains("Z does nothing here. ? for help."))
        stage.pass(milliseconds: 5000)
        #expect(!stage.status.contains("does nothing"))
        stage.strike("d")
        stage.strike("Z")
        #expect(stage.status.contains("Z does nothing here."))
        stage.strike("n")
        #expect(!stage.status.contains("does nothing"))
    }
}
