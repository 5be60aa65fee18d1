import Cells
import Testing

@Suite struct WrappingTests {
    @Test("lines break between words and keep the text's own breaks")
    func words() {
        let text = "Análise anual dos incidentes\ne das medidas"
        #expect(text.wrapped(to: 14) == ["Análise anual", "dos incidentes", "e das medidas"])
        #expect("a\n\nb".wrapped(to: 5) == ["a", "", "b"])
    }

    @Test("a word longer than the line is broken, also when it is wide")
    func longWords() {
        #expect("abcdefgh ij".wrapped(to: 3) == ["abc", "def", "gh", "ij"])
        #expect("東京の地図".wrapped(to: 5) == ["東京", "の地", "図"])
    }

    @Test("no width gives no lines, and a width below a character still ends")
    func narrow() {
        #expect("abc".wrapped(to: 0).isEmpty)
        #expect("東京".wrapped(to: 1) == ["東", "京"])
    }

    @Test("no line is wider than asked", arguments: 2...20)
    func bounded(width: Int) {
        let text = "Um texto com 東京の地図 e 📷, uma palavraextremamentelongaquenãocabe, e mais."
        for line in text.wrapped(to: width) { #expect(line.columns <= width) }
    }
}
