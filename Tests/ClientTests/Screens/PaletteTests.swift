import Cells
import Client
import Domain
import Testing

@Suite struct PaletteTests {
    @Test("letters are found in order, at the beginnings of words first, with their places")
    func fuzzy() throws {
        #expect(FuzzyMatch(of: "Open Ratio", for: "xyz") == nil)
        #expect(FuzzyMatch(of: "Open Ratio", for: "oitar") == nil)
        #expect(FuzzyMatch(of: "Proporção", for: "cao")?.places == [6, 7, 8])
        let good = try #require(FuzzyMatch(of: "Open Ratio", for: "or"))
        let poor = try #require(FuzzyMatch(of: "Sort by color", for: "or"))
        #expect(good.score > poor.score && good.places == [0, 5])
        // Not the first that comes, but the ones that stand together.
        #expect(FuzzyMatch(of: "a cat and a category", for: "cate")?.places == [12, 13, 14, 15])
        #expect(FuzzyMatch(of: "anything", for: "")?.places == [])
        #expect(FuzzyMatch(of: "", for: "a") == nil)
    }

    @Test("the best of all ways is found, as trying all of them finds it")
    func exhaustive() {
        var random = Dice(seed: 3)
        for _ in 0..<400 {
            func word(_ length: ClosedRange<Int>) -> String {
                String(
                    (0..<Int.random(in: length, using: &random)).map { _ in
                        "ab ".randomElement(using: &random) ?? "a"
                    })
            }
            let (text, needle) = (word(1...9), word(1...4).replacing(" ", with: ""))
            #expect(
                FuzzyMatch(of: text, for: needle)?.score == best(text, needle),
                "“\(needle)” in “\(text)”")
        }
    }

    /// The same rules, said once more and slowly.
    private func best(_ text: String, _ needle: String) -> Int? {
        let (letters, wanted) = (Array(text), Array(needle))
        func from(_ place: Int, _ next: Int, after previous: Int?) -> Int? {
            guard next < wanted.count else { return 0 }
            return (place..<max(place, letters.count)).compactMap { here -> Int? in
                guard letters[here] == wanted[next],
                    let rest = from(here + 1, next + 1, after: here)
                else { return nil }
                let isStart = here == 0 || letters[here - 1] == " "
                let worth = (isStart ? 8 : 1) + (here == 0 ? 4 : 0)
                return rest + (previous == here - 1 && next > 0 ? max(10, worth) : worth)
            }.max()
        }
        return from(0, 0, after: nil)
    }

    @Test("every action is there, with its key or with why it cannot be done")
    func everything() {
        let root = Sample.busy(as: BuiltInRoles.superAdmin).state
        let entries = root.paletteEntries(PaletteState())
        #expect(Set(entries.map(\.action)) == Set(Action.allCases))
        // What can be done comes first, and of that what is at home here.
        let firstShut = entries.firstIndex { $0.reason != nil } ?? entries.count
        #expect(entries[firstShut...].allSatisfy { $0.reason != nil })
        #expect(entries.first?.action == .download)
        for entry in entries where entry.reason == nil {
            #expect(!entry.key.isEmpty || entry.action.isUnbound, "\(entry.action)")
        }
    }

    @Test("what belongs to another place is not done from the palette, which says where it belongs")
    func elsewhere() throws {
        var stage = Sample.busy()
        let entry = stage.state.paletteEntries(PaletteState()).first { $0.action == .nextStop }
        let reason = stage.state.say(try #require(entry?.reason))
        stage.press(":")
        stage.type("next field")
        #expect(stage.shows(reason))
        stage.press(.enter)
        #expect(stage.effects.isEmpty && stage.status.contains(reason))
    }

    @Test("a step can be taken from the palette where it has a meaning")
    func step() {
        var stage = Sample.busy()
        stage.press(":")
        stage.type("to the last row")
        stage.press(.enter)
        #expect(stage.state.catalog.cursor.index > 0)
    }
}

extension Action {
    /// Has no key on purpose: it is done from the palette, or in the account.
    fileprivate var isUnbound: Bool {
        [
            .copyAnnounceURL, .resetPasskey, .toggleSecondFactor, .endOtherSessions, .newAPIKey,
            .changePassword, .signOut,
        ].contains(self)
    }
}
