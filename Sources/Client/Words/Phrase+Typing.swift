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

    // MARK: nowhere to go

    static let noRowAbove = Phrase("This is the first row.", "Esta é a primeira linha.")
    static let noRowBelow = Phrase("This is the last row.", "Esta é a última linha.")
    static let windowStays = Phrase(
        "The list moves no further.", "A lista não vai além disso.")
    static let noSectionBefore = Phrase(
        "This is the first section.", "Esta é a primeira seção.")
    static let noSectionAfter = Phrase("This is the last section.", "Esta é a última seção.")
    static let noOtherStop = Phrase("There is no other field.", "Não há outro campo.")
    static let noChoice = Phrase(
        "There is nothing to choose here.", "Não há o que escolher aqui.")
    static let standardAlready = Phrase(
        "The columns are the usual ones already.", "As colunas já são as de costume.")
    static let nothingToForget = Phrase(
        "Only one of the other communities can be forgotten.",
        "Só uma das outras comunidades pode ser esquecida.")
    static let paneLooksTheSame = Phrase(
        "In this window that size looks the same.", "Nesta janela esse tamanho não muda nada.")

    static func alreadyHere(_ pane: Phrase) -> Phrase {
        Phrase(
            "\(pane.said(in: .english)) is open already.",
            "\(pane.said(in: .portuguese)): já está aqui.")
    }

    static func nothingBehind(quit key: String) -> Phrase {
        Phrase(
            "There is nothing to go back to. Press \(key) to quit.",
            "Não há para onde voltar. Tecle \(key) para sair.")
    }
}
