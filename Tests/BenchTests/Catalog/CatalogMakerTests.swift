import Domain
import Testing

@testable import bench

@Suite("The made-up catalog")
struct CatalogMakerTests {
    @Test("A vocabulary is the same for the same seed, and no two words differ in accents alone")
    func vocabulary() {
        let vocabulary = Vocabulary(count: 3000, seed: 4)
        #expect(vocabulary.words == Vocabulary(count: 3000, seed: 4).words)
        #expect(vocabulary.words != Vocabulary(count: 3000, seed: 5).words)
        #expect(Set(vocabulary.plain).count == 3000)
        #expect(vocabulary.words.contains { !$0.utf8.allSatisfy { $0 < 128 } })
    }

    @Test("Words are found by their beginnings")
    func beginnings() {
        let vocabulary = Vocabulary(count: 500, seed: 4)
        for word in vocabulary.plain {
            #expect(vocabulary.hasWord(beginningWith: String(word.prefix(2))))
        }
        #expect(!vocabulary.hasWord(beginningWith: "kw"))
        #expect(!vocabulary.hasWord(beginningWith: "zzzz"))
    }

    @Test("An entry is the same whichever were made before, and bears the hash it is looked for by")
    func entries() throws {
        let maker = CatalogMaker(seed: 3, words: 5000)
        let late = maker.draft(1234)
        _ = maker.draft(5)
        let again = CatalogMaker(seed: 3, words: 5000).draft(1234)
        #expect(late.title == again.title && late.size == again.size)
        #expect(late.infoHash == maker.infoHash(1234))
        #expect(maker.infoHash(0) != maker.infoHash(1))
    }

    @Test("Weights and sizes are spread as the measurement says")
    func spread() {
        let maker = CatalogMaker(seed: 3, words: 5000)
        let drafts = (0..<4000).map(maker.draft)
        let open = drafts.count { $0.weight.value == 0 }
        #expect((2650...2950).contains(open))
        #expect((2...8).contains(drafts.map(\.title.count).min() ?? 0))
        #expect(drafts.contains { $0.size.bytes > 1 << 30 })
        #expect(drafts.contains { $0.size.bytes < 1 << 26 })
    }
}
