import Domain
import Testing

@Suite struct SearchPiecesTests {
    @Test("pieces stand between spaces, and quotes keep theirs together")
    func pieces() {
        #expect(
            SearchPieces.of("  a tag:\"x y\"  -\"b c\" \"open d") == [
                "a", "tag:\"x y\"", "-\"b c\"", "\"open", "d",
            ])
        #expect(SearchPieces.of(" ").isEmpty)
    }

    @Test("a term is there when all its pieces are, whatever their case; not inside quotes")
    func holding() {
        #expect(SearchPieces.holds("Size<10g x SIZE>=1G", "size>=1G size<10G"))
        #expect(!SearchPieces.holds("size<10G", "size>=1G size<10G"))
        #expect(!SearchPieces.holds("\"a type:pdf b\"", "type:pdf"))
    }

    @Test("a term goes to the front, so that the last word stays a beginning")
    func adding() {
        #expect(SearchPieces.adding("type:pdf", to: "relat") == "type:pdf relat")
        #expect(SearchPieces.adding("type:pdf", to: "") == "type:pdf")
        #expect(SearchPieces.adding("type:pdf", to: "TYPE:pdf a") == "TYPE:pdf a")
        let open = SearchQuery("type:pdf relat").clauses.last?.term
        #expect(open == .words(["relat"], endsOpen: true))
    }

    @Test("taking a term out leaves the rest as it was typed")
    func removing() {
        #expect(SearchPieces.removing("size>=1G size<10G", from: "a size<10G b SIZE>=1g") == "a b")
        #expect(SearchPieces.removing("type:pdf", from: "type:pdf \"a  b\" c ") == "\"a  b\" c ")
        #expect(SearchPieces.removing("type:pdf", from: "type:pdf ") == "")
    }

    @Test("the last piece is being typed until something follows it")
    func open() {
        func word(_ text: String) -> String? {
            SearchPieces.open(in: text).map { String(text[$0]) }
        }
        #expect(word("a se") == "se")
        #expect(word("a se ") == nil)
        #expect(word("") == nil)
    }
}
