import Foundation
import Testing

/// Every key that `enxame keymap` lists for a place, pressed there in the real program.
@Suite(.inTurn) struct EveryKeyTests {
    /// A place that can be reached from any pane, and whose keys are pressed there.
    private struct Place {
        let name: String
        /// Keys by tmux's names.
        let way: [String]
        /// What stands on the screen there.
        let sign: String
        let contexts: [String]

        init(_ name: String, _ way: String, _ sign: String, _ contexts: String...) {
            self.init(name, way, sign, contexts)
        }

        init(_ name: String, _ way: String, _ sign: String, _ contexts: [String]) {
            self.name = name
            self.way = way.split(separator: " ").map(String.init)
            self.sign = sign
            self.contexts = contexts
        }
    }

    /// What holds everywhere is pressed where there is most of it, and where a place takes some of it.
    private static let panes = [
        Place("catalog", "M-1 g j j", "▌1 Catalog", "catalog", "marks", "lists", "everywhere"),
        Place("transfers", "F2 F2 g", "▌2 Transfers", "transfers", "marks", "lists"),
        Place("ratio", "F3", "▌3 Ratio", "ratio", "lists", "everywhere"),
        Place("activity", "F5 j", "▌5 Activity", "lists"),
    ]

    /// Sections of the console, in the order in which they stand in its menu.
    private static let sections = [
        "users", "roles", "approvals", "evidence", "bans", "invitations", "settings", "audit",
    ].enumerated().map { place, section in
        // Back into the menu, whatever of the console had the keys, and down from its first line.
        Place(
            section,
            "M-1 M-4 q M-4 g "
                + String(repeating: "k ", count: 8) + String(repeating: "j ", count: place)
                + "Enter j",
            "▌4 Admin",
            ["users", "audit"].contains(section)
                ? [section, "admin", "lists"] : [section, "admin"])
    }

    private static let overlays = [
        Place("themes", "M-1 T Down", "╭─ Themes", "picker"),
        Place("limits", "M-1 L", "╭─ Limit everything", "form"),
        Place("palette", "M-1 : Down", "╭─ Commands", "palette"),
        Place("help", "M-1 ?", "╭─ Keys", "help", "lists"),
        Place("columns", "F2 F2 C Down", "╭─ Columns of", "columns", "lists"),
        Place("account", "M-1 A Down", "╭─ Your account", "account", "own-account"),
        Place("sessions", "M-1 A Tab", "╭─ Your account", "own-sessions", "lists"),
        Place("keys", "M-1 A Tab Tab", "╭─ Your account", "own-keys", "lists"),
        Place("search", "M-1 / z", "/ z", "searching"),
        Place("question", "F2 F2 g D", "╭─ Remove", "question"),
    ]

    @Test("keys of the panes do something, or say why not")
    func panes() async throws { try await press(in: Self.panes) }

    @Test("keys of the console do something, or say why not")
    func console() async throws { try await press(in: Self.sections) }

    @Test("keys of what lies over the screen do something, or say why not")
    func overlays() async throws { try await press(in: Self.overlays) }

    private func press(in places: [Place]) async throws {
        let home = try TemporaryFolder()
        let listed = try await Self.keys(in: home)
        try await TerminalSession.screen("demo", in: home) { terminal, _ in
            try await terminal.wait(for: "● live")
            try await terminal.wait(for: "Manual do operador")
            // Two small files, so that there are transfers, and soon nothing moves any more.
            try await terminal.press("G", "d", "k", "d")
            try await terminal.press("F2", "F2")
            try await terminal.wait("both are here") { $0.contains(/1–2 of 2/) }
            for place in places {
                for context in place.contexts {
                    let keys = try #require(listed[context], "no keys are listed for \(context)")
                    for key in keys {
                        let before = try await reach(place, in: terminal)
                        try await terminal.press(all: key)
                        try await eventually(
                            within: 10, "\(place.name): \(key) changes the screen or says why not"
                        ) { try await Self.look(terminal) != before }
                    }
                }
            }
            try await terminal.press("C-q")
            #expect(try await terminal.aftermath() == .restored(0))
        }
    }

    // MARK: ways

    /// Leaves whatever lies over the screen and goes to a place; answers how it looks there.
    private func reach(_ place: Place, in terminal: TerminalSession) async throws -> String {
        try await awaited("\(place.name) is reached") {
            // A remark of the last key gives way to the hints, which say how to leave.
            try await terminal.press(all: ["C-l"])
            let hints = try await settled(terminal).split(separator: "\n").last ?? ""
            if hints.contains("as it is") {
                try await terminal.press(all: ["n"])
                return nil
            }
            if hints.contains("esc ") {
                // Escape alone would make the next letter one with Alt.
                try await terminal.press(all: ["Escape", "Home"])
                return nil
            }
            try await terminal.press(all: place.way)
            let screen = try await settled(terminal)
            return screen.contains(place.sign) ? try await Self.look(terminal) : nil
        }
    }

    /// The screen once it is twice the same.
    private func settled(_ terminal: TerminalSession) async throws -> String {
        var last = ""
        return try await awaited("the screen rests") {
            let screen = Self.masked(try await terminal.screen())
            defer { last = screen }
            return screen == last ? screen : nil
        }
    }

    /// With colours, without what time and transfers change.
    private static func look(_ terminal: TerminalSession) async throws -> String {
        masked(try await terminal.painted())
    }

    private static func masked(_ screen: String) -> String {
        screen.replacing(/\d\d:\d\d/, with: "").replacing(/[↓↑] [\d.]+[KM]?(iB)?(\/s)?/, with: "")
    }

    // MARK: keys

    /// What `enxame keymap` lists for each place, by tmux's names; without the keys that end or
    /// suspend the program, and the one that draws the same screen again.
    private static func keys(in home: TemporaryFolder) async throws -> [String: [[String]]] {
        let ended = try await RunningProgram.start(
            "enxame", ["keymap"], environment: Binaries.environment(home: home.path),
            in: home.path
        ).end()
        var keys: [String: [[String]]] = [:]
        var context = ""
        for line in ended.output.split(separator: "\n") {
            if let match = line.wholeMatch(of: /\[keys\.(.+)\]/) {
                context = String(match.1)
            } else if let match = line.wholeMatch(of: /([a-z-]+) = \[(.*?)\] +# .*/),
                !["redraw", "suspend", "quit"].contains(match.1)
            {
                keys[context, default: []] += match.2.matches(of: /"((?:[^"\\]|\\.)+)"/).map {
                    $0.1.replacing("\\\\", with: "\\").split(separator: " ").map(tmuxName)
                }
            }
        }
        return keys
    }

    private static func tmuxName(_ name: Substring) -> String {
        let names = [
            "enter": "Enter", "esc": "Escape", "tab": "Tab", "shift-tab": "BTab",
            "backspace": "BSpace", "delete": "DC", "up": "Up", "down": "Down", "left": "Left",
            "right": "Right", "home": "Home", "end": "End", "page-up": "PPage",
            "page-down": "NPage", "space": "Space",
        ]
        if let known = names[String(name)] { return known }
        if name.hasPrefix("ctrl-") { return "C-" + name.dropFirst(5) }
        if name.hasPrefix("alt-") { return "M-" + name.dropFirst(4) }
        if name.wholeMatch(of: /f\d+/) != nil { return name.uppercased() }
        return String(name)
    }
}
