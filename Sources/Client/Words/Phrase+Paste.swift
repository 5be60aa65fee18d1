extension Phrase {
    static let nothingToAdd = Phrase(
        "what was pasted names no torrent: neither a magnet nor a .torrent file",
        "o que foi colado não indica torrent: nem um magnet nem um arquivo .torrent")
    static let nothingToAddTitle = Phrase("Nothing of this can be added", "Nada disso entra")

    static func addTorrents(_ count: Int) -> Phrase {
        Phrase(
            count, one: Phrase("Add this torrent?", "Adicionar este torrent?"),
            many: Phrase("Add \(count) torrents?", "Adicionar \(count) torrents?"))
    }

    static func toAdd(_ name: String, size: String) -> Phrase {
        Phrase(verbatim: "\(name) · \(size)")
    }

    static func cannotAdd(_ name: String, _ reason: Phrase) -> Phrase {
        Phrase(
            "! \(name): \(reason.said(in: .english))",
            "! \(name): \(reason.said(in: .portuguese))")
    }

    static let isHereAlready = Phrase("it is here already", "já está aqui")
    static let unreadableMagnet = Phrase(
        "! a magnet that names no torrent", "! um magnet que não indica torrent")
    /// There is no DHT in a private community: nobody could be asked for it.
    static let magnetFromElsewhere = Phrase(
        "no entry of the catalog that is loaded here. A private community has no DHT, so a magnet from elsewhere would find nobody; search the catalog for it",
        "nenhum item do catálogo carregado aqui. Uma comunidade privada não tem DHT, e um magnet de fora não acharia ninguém; procure no catálogo"
    )

    static let namesNoTracker = Phrase(
        "it names no tracker, and without DHT it would find nobody",
        "não indica tracker, e sem DHT não acharia ninguém")

    static func trackerFromElsewhere(_ host: String) -> Phrase {
        Phrase(
            "its tracker is \(host), not this community's: it would find nobody here and count for no ratio",
            "seu tracker é \(host), não o desta comunidade: aqui não acharia ninguém nem contaria na proporção"
        )
    }

    static func otherLines(_ count: Int) -> Phrase {
        Phrase(
            count,
            one: Phrase(
                "! one line more that names none", "! mais uma linha que não indica nenhum"),
            many: Phrase(
                "! \(count) lines more that name none",
                "! mais \(count) linhas que não indicam nenhum"))
    }

    static let addThem = Phrase("add", "adicionar")

    static func added(_ name: String) -> Phrase {
        Phrase("\(name) is added.", "\(name) foi adicionado.")
    }
}
