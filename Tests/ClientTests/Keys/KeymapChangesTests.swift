import Cells
import Testing

@testable import Client

@Suite struct KeymapChangesTests {
    private func change(
        _ place: String?, _ action: String, _ keys: String...
    ) -> KeyChange {
        KeyChange(place: place, action: action, keys: keys)
    }

    private func changed(_ changes: KeyChange...) -> (keymap: Keymap, problems: [KeymapProblem]) {
        Keymap.standard.changing(changes)
    }

    @Test("every key on the keyboard has a name that means it again")
    func names() {
        let keys = Set(KeyContext.allCases.flatMap { Keymap.standard[$0].flatMap(\.keys) })
        for key in keys {
            let name = key.name
            #expect(name.flatMap { Key(name: $0) } == key, "\(key)")
        }
        for nonsense in [
            "", "ctrl-", "ctrl-ab", "ctrl-A", "f0", "f13", "f01", "Enter", "  ", "hyper-x",
        ] {
            #expect(Key(name: nonsense) == nil, "\(nonsense)")
        }
        #expect(Key(name: "-") == .character("-") && Key(name: "ctrl--") == nil)
        #expect(Key(name: "alt--") == .alt("-"))
    }

    @Test("the names of settings are the actions' and places' own, and no two are alike")
    func settingNames() {
        #expect(Action.openPalette.settingName == "open-palette")
        #expect(Action.copyAnnounceURL.settingName == "copy-announce-url")
        #expect(Action.newAPIKey.settingName == "new-api-key")
        #expect(Set(Action.allCases.map(\.settingName)).count == Action.allCases.count)
        #expect(Set(KeyContext.allCases.map(\.settingName)).count == KeyContext.allCases.count)
    }

    @Test("a key is changed in one place, or wherever the action has one")
    func places() {
        let here = changed(change("catalog", "show-detail", "f6", "ctrl-d"))
        #expect(here.problems.isEmpty)
        #expect(here.keymap.action(for: .function(6), in: [.catalog]) == .showDetail)
        #expect(here.keymap.action(for: .enter, in: [.catalog]) == nil)

        let everywhere = changed(change(nil, "next-stop", "f6"))
        for place in [KeyContext.form, .roleForm, .signIn] {
            #expect(everywhere.keymap.action(for: .function(6), in: [place]) == .nextStop)
        }
        // What is said of one place holds there, in whatever order it is said.
        let both = changed(change(nil, "next-stop", "f6"), change("form", "next-stop", "f7"))
        #expect(both.keymap.action(for: .function(7), in: [.form]) == .nextStop)
        #expect(both.keymap.action(for: .function(6), in: [.form]) == nil)
        #expect(both.keymap.action(for: .function(6), in: [.signIn]) == .nextStop)
    }

    @Test("whoever loses a key is named, and so is who hides it")
    func conflicts() {
        let taken = changed(change("catalog", "download", "/"))
        #expect(
            taken.problems == [
                .taken(.character("/"), by: .download, from: .startSearch, .catalog)
            ])
        #expect(taken.keymap.action(for: .character("/"), in: [.catalog]) == .download)

        let hidden = changed(change(nil, "open-palette", "p"))
        #expect(
            hidden.problems == [
                .hidden(.character("p"), of: .openPalette, by: .togglePause, .transfers)
            ])

        let twice = changed(
            change("catalog", "download", "f5"), change("catalog", "start-search", "f5"))
        #expect(
            twice.problems == [
                .wantedTwice(.function(5), by: .download, and: .startSearch, .catalog)
            ])
        #expect(twice.keymap.action(for: .function(5), in: [.catalog]) == .download)
        #expect(twice.keymap.action(for: .character("/"), in: [.catalog]) == .startSearch)
    }

    @Test("what cannot be understood is named and left out")
    func nonsense() {
        let result = changed(
            change(nil, "fly", "x"), change("moon", "download", "x"),
            change("catalog", "download", "hyper-x"), change("ratio", "download", "x"))
        #expect(result.keymap == .standard)
        #expect(
            Set(result.problems) == [
                .noSuchAction("fly"), .noSuchPlace("moon"), .noSuchKey("hyper-x", .download),
                .notThere(.download, .ratio),
            ])
    }

    @Test("nobody can lock themselves in")
    func ways() {
        let none = changed(change(nil, "quit"), change("question", "dismiss"))
        #expect(none.keymap == .standard && none.problems.count == 2)
        // Taken away by others, one key after the other.
        let robbed = changed(
            change("question", "confirm", "n", "esc", "q", "y"))
        #expect(robbed.problems.contains(.needed(.dismiss, .question)))
        #expect(robbed.keymap.action(for: .escape, in: [.question]) == .dismiss)
    }

    @Test("every problem is said in every language, and cleanly")
    func said() {
        let problems: [KeymapProblem] = [
            .noSuchPlace("\u{1B}[2J"), .noSuchAction("\u{202E}x"), .noSuchKey("\u{7}", .quit),
            .notThere(.download, .ratio), .needed(.quit, .always),
            .wantedTwice(.enter, by: .download, and: .showDetail, .catalog),
            .taken(.enter, by: .download, from: .showDetail, .catalog),
            .hidden(.enter, of: .openHelp, by: .download, .catalog),
        ]
        for problem in problems {
            for language in Language.allCases {
                let text = Phrase.inSettings(.keymapProblem(problem)).said(in: language)
                #expect(text == text.cleanedForScreen && text.count > 20)
            }
        }
    }

    @Test("the listing names every binding of every place")
    func listing() {
        let text = Keymap.standard.listing(in: .english)
        for context in KeyContext.allCases where !Keymap.standard[context].isEmpty {
            #expect(text.contains("[keys.\(context.settingName)]"))
        }
        #expect(text.contains("download = [\"d\"]"))
        #expect(text.contains("start-search = [\"/\"]"))
    }
}
