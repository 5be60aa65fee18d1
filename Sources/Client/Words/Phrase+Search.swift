import API
import Domain

extension Phrase {
    // MARK: nothing found
    static func nothingFound(_ words: String) -> Phrase {
        Phrase("Nothing matches “\(words)”.", "Nada corresponde a “\(words)”.")
    }

    /// What stands before and after the words proposed.
    static let didYouMean = (Phrase("Did you mean", "Você quis dizer"), Phrase("?", "?"))
    static let searchThat = Phrase("search that", "buscar isso")
    static let escapeClears = Phrase("Esc clears the search.", "Esc limpa a busca.")
    static let tryFewerWords = Phrase(
        "Try fewer words: all of them must be there.",
        "Tente menos palavras: todas precisam estar lá.")
    static let tryAnotherWord = Phrase(
        "Try a shorter word, or another spelling.",
        "Tente uma palavra mais curta, ou outra grafia.")
    static let tryWithoutQuotes = Phrase(
        "Try it without the quotes: a phrase must be there word for word.",
        "Tente sem as aspas: uma frase precisa estar lá palavra por palavra.")

    static func tryWithout(_ filters: String) -> Phrase {
        Phrase(
            "Try it without “\(filters)”, or with fewer words.",
            "Tente sem “\(filters)”, ou com menos palavras.")
    }

    // MARK: narrowing
    static let narrowTitle = Phrase("Narrow the search", "Refinar a busca")
    static let everything = Phrase("everything", "tudo")
    static let nothingToNarrow = Phrase(
        "There is nothing to narrow by.", "Não há por onde refinar.")
    static let takeOut = Phrase("take out", "tirar")

    /// Older entries were not counted.
    static func ofTheNewest(_ count: String) -> Phrase {
        Phrase("of the newest \(count)", "entre os \(count) mais novos")
    }

    static func inAll(_ count: String) -> Phrase { Phrase("\(count) in all", "\(count) ao todo") }
}

extension FacetGroup {
    var title: Phrase {
        switch self {
        case .type: .type
        case .tag: Phrase("Tag", "Tag")
        case .size: .size
        case .age: .age
        }
    }
}

extension FacetChoice {
    var phrase: Phrase {
        let value = bucket.value
        let known: Phrase? =
            switch group {
            case .type: FileKind(rawValue: value)?.phrase
            case .tag: nil
            case .size: SizeRange(rawValue: value)?.phrase
            case .age: AgeRange(rawValue: value)?.phrase
            }
        return known ?? Phrase(verbatim: value)
    }
}

extension SizeRange {
    var phrase: Phrase {
        switch self {
        case .small: Phrase("under 100 MiB", "menos de 100 MiB")
        case .medium: Phrase("100 MiB – 1 GiB", "100 MiB – 1 GiB")
        case .large: Phrase("1 – 10 GiB", "1 – 10 GiB")
        case .huge: Phrase("10 GiB and more", "10 GiB ou mais")
        }
    }
}

extension AgeRange {
    var phrase: Phrase {
        switch self {
        case .day: Phrase("last 24 hours", "últimas 24 horas")
        case .week: Phrase("last 7 days", "últimos 7 dias")
        case .month: Phrase("last 30 days", "últimos 30 dias")
        case .year: Phrase("last 12 months", "últimos 12 meses")
        case .older: Phrase("older", "mais antigos")
        }
    }
}
