extension Phrase {
    /// A key that means nothing here.
    ///
    /// - Parameter help: the key that says which do; `nil` where there is none.
    static func doesNothing(_ key: String, help: String?) -> Phrase {
        let hint = help.map { Phrase(" \($0) for help.", " \($0) para a ajuda.") }
        return Phrase(
            "\(key) does nothing here." + (hint?.said(in: .english) ?? ""),
            "\(key) não faz nada aqui." + (hint?.said(in: .portuguese) ?? ""))
    }

    /// A count before something that is done once.
    static func takesNoCount(_ key: String, _ title: Phrase?) -> Phrase {
        guard let title else {
            return Phrase("\(key) takes no count.", "\(key) não aceita um número antes.")
        }
        return Phrase(
            "\(key) takes no count: \(title.said(in: .english))",
            "\(key) não aceita um número antes: \(title.said(in: .portuguese))")
    }

    /// What the digits typed so far can become.
    static func countFor(_ keys: String) -> Phrase {
        Phrase("a count for \(keys) …", "um número para \(keys) …")
    }

    static func paneOrCount(_ pane: Phrase, _ keys: String) -> Phrase {
        Phrase(
            "\(pane.said(in: .english)), or a count for \(keys) …",
            "\(pane.said(in: .portuguese)), ou um número para \(keys) …")
    }

    /// Rows between where a range began and the cursor.
    static func inRange(_ count: Int) -> Phrase {
        Phrase("range of \(count)", "intervalo de \(count)")
    }

    static let nothingToMark = Phrase("there is nothing to mark", "não há o que marcar")
    static let nothingSearched = Phrase(
        "nothing was searched for yet", "nada foi buscado ainda")
    static let nothingToSeek = Phrase(
        "there are no rows here to search", "não há nada aqui em que buscar")

    static func noHit(_ words: String) -> Phrase {
        Phrase("No other row has “\(words)”.", "Nenhuma outra linha tem “\(words)”.")
    }

    static func copied(_ what: String) -> Phrase { Phrase("Copied: \(what)", "Copiado: \(what)") }
}
