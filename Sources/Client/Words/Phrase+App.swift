extension Phrase {
    // MARK: panes
    static let catalog = Phrase("Catalog", "Catálogo")
    static let transfers = Phrase("Transfers", "Transferências")
    static let ratio = Phrase("Ratio", "Proporção")
    static let admin = Phrase("Admin", "Administração")
    static let activity = Phrase("Activity", "Atividade")

    // MARK: header and status line
    static let ratioWord = Phrase("ratio", "proporção")
    static let live = Phrase("live", "ao vivo")
    static let connecting = Phrase("connecting…", "conectando…")
    static let notLive = Phrase("not live", "sem atualização")
    /// Before the most that a rate may be.
    static let ofLimit = Phrase("of", "de")
    static let free = Phrase("free", "livres")

    static func reconnecting(in seconds: Int64) -> Phrase {
        seconds > 0
            ? Phrase("reconnecting in \(seconds) s", "reconectando em \(seconds) s")
            : Phrase("reconnecting…", "reconectando…")
    }

    static func tooSmall(width: Int, height: Int) -> Phrase {
        Phrase(
            "Enxame needs 40×10 cells; this is \(width)×\(height).",
            "O Enxame precisa de 40×10 células; aqui há \(width)×\(height).")
    }

    static func more(_ count: Int) -> Phrase { Phrase("+\(count) more", "mais \(count)") }

    // MARK: lists
    static let loading = Phrase("Loading…", "Carregando…")

    static func shown(_ first: Int, _ last: Int, of total: String) -> Phrase {
        Phrase("\(first)–\(last) of \(total)", "\(first)–\(last) de \(total)")
    }

    static func of(_ count: String, _ total: String) -> Phrase {
        Phrase("\(count) of \(total)", "\(count) de \(total)")
    }

    // MARK: what happened to the session
    static let sessionOver = Phrase(
        "Your session is over; sign in again.", "Sua sessão terminou; entre de novo.")

    static func sessionEnded(_ reason: String) -> Phrase {
        // Servers speak English; what the program itself says is said in every language.
        let known: [String: String] = [
            "The password was changed.": "A senha foi trocada.",
            "The session was ended from another one.": "Ela foi encerrada a partir de outra.",
        ]
        return Phrase(
            "Your session was ended: \(reason)",
            "Sua sessão foi encerrada: \(known[reason] ?? reason)")
    }

    static func roleIsNow(_ role: String) -> Phrase {
        Phrase("Your role is now \(role).", "Seu papel agora é \(role).")
    }

    static let permissionsChanged = Phrase(
        "What you may do has changed.", "O que você pode fazer mudou.")
    static let passwordChanged = Phrase(
        "The password is changed; sign in with the new one.",
        "A senha foi trocada; entre com a nova.")

    // MARK: why something cannot be done now
    static let nothingUnderCursor = Phrase("nothing is selected", "nada está selecionado")
    static let staffOnly = Phrase("it is for staff", "é só para a equipe")
    static let notNow = Phrase("not at this moment", "não neste momento")
    static let signInFirst = Phrase("sign in first", "entre primeiro")

    static func onlyIn(_ place: Phrase) -> Phrase {
        Phrase(
            "in \(place.said(in: .english))", "em \(place.said(in: .portuguese))")
    }

    static func pressToQuit(_ key: String) -> Phrase {
        Phrase("Press \(key) to quit.", "Tecle \(key) para sair.")
    }
}
