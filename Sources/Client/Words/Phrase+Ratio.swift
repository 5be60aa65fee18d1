extension Phrase {
    static let me = Phrase("me", "eu")
    static let whoseRatio = Phrase("Whose ratio?", "Proporção de quem?")
    static let noRequirement = Phrase(
        "this community requires no ratio", "esta comunidade não exige proporção")
    static let byTorrent = Phrase("By torrent", "Por torrent")
    static let torrent = Phrase("Torrent", "Torrent")
    static let goneTorrent = Phrase("(no longer in the catalog)", "(já fora do catálogo)")
    static let now = Phrase("now", "agora")
    static let nothingMoved = Phrase(
        "Nothing moved in this time. What you download and give back is drawn here.",
        "Nada se moveu neste período. O que você baixa e devolve aparece aqui.")
    static let noShares = Phrase(
        "Nothing was shared yet. Press 1 to search the catalog.",
        "Nada foi compartilhado ainda. Tecle 1 para buscar no catálogo.")
    static let noMembersFound = Phrase("Nobody has such a name.", "Ninguém tem esse nome.")

    static func required(_ ratio: String) -> Phrase {
        Phrase("required \(ratio)", "exigido \(ratio)")
    }

    static func buffer(_ amount: String, required: String) -> Phrase {
        Phrase(
            "buffer \(amount) before the required \(required)",
            "folga de \(amount) até o exigido \(required)")
    }

    static func owed(_ amount: String, required: String) -> Phrase {
        Phrase(
            "owes \(amount) up to the required \(required)",
            "deve \(amount) para chegar ao exigido \(required)")
    }

    static func grace(_ amount: String, required: String) -> Phrase {
        Phrase(
            "\(amount) of grace before \(required) is required",
            "\(amount) de carência antes de exigir \(required)")
    }

    static func seedingAndLeeching(_ seeding: Int, _ leeching: Int) -> Phrase {
        Phrase(
            "seeding \(seeding)  leeching \(leeching)", "semeando \(seeding)  baixando \(leeching)")
    }

    // MARK: why not
    static let isMine = Phrase("this is yours already", "já é a sua")
    static let shortestRange = Phrase("an hour is the shortest", "uma hora é o mínimo")
    static let longestRange = Phrase("a year is the longest", "um ano é o máximo")
}

extension HistoryRange {
    var phrase: Phrase {
        switch self {
        case .hour: Phrase("hour", "hora")
        case .day: Phrase("day", "dia")
        case .week: Phrase("week", "semana")
        case .month: Phrase("month", "mês")
        case .year: Phrase("year", "ano")
        }
    }
}
