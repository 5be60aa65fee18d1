import Domain

/// What is asked of members, and what torrents count for.
extension Phrase {
    static let noLimit = Phrase("no limit", "sem limite")
    static let nothingAsked = Phrase("none", "nenhum")
    static let onlyTime = Phrase("only time", "só tempo")
    static let owedUntil = Phrase("Seed until", "Semear até")
    static let counts = Phrase("counts", "conta")
    static let freeleech = Phrase("freeleech", "freeleech")
    static let asUsual = Phrase("as usual", "como sempre")

    static func notWithin(_ bounds: ClosedRange<Int>) -> Phrase {
        Phrase(
            "A whole number from \(bounds.lowerBound) to \(bounds.upperBound).",
            "Um número inteiro de \(bounds.lowerBound) a \(bounds.upperBound).")
    }

    static func orAmount(_ amount: String) -> Phrase {
        Phrase("or ↑ \(amount)", "ou ↑ \(amount)")
    }

    // MARK: clients by name
    static let whatOfThem = Phrase("They are", "Eles são")
    static let kindHint = Phrase(
        "one that is let in shuts out all that are not named",
        "um que é aceito deixa de fora todos que não são nomeados")
    static let bannedClient = Phrase("banned", "banidos")
    static let allowedClient = Phrase("let in", "aceitos")
    static let onlyAllowed = Phrase(
        "let in, and whoever is not named is not", "aceitos, e quem não é nomeado não é")

    static func isAllowedNow(_ whom: String) -> Phrase {
        Phrase("\(whom) is let in.", "\(whom) foi aceito.")
    }

    static func allowedBy(_ actor: String, _ reason: String) -> Phrase {
        Phrase("let in by \(actor): \(reason)", "aceito por \(actor): \(reason)")
    }
}
