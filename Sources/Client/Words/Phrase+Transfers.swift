import Domain

extension Phrase {
    // MARK: columns
    static let progress = Phrase("Progress", "Progresso")
    static let down = Phrase("Down", "Baixa")
    static let up = Phrase("Up", "Envia")
    static let eta = Phrase("ETA", "Falta")
    static let peers = Phrase("Peers", "Pares")
    static let ratioColumn = Phrase("Ratio", "Prop.")

    // MARK: panes
    static let rates = Phrase("Rates", "Taxas")
    static let queueOrder = Phrase("queue order", "ordem da fila")
    static let transfersEmpty = Phrase(
        "Nothing here yet. Press 1 to search the catalog, and d there to download.",
        "Nada aqui ainda. Tecle 1 para buscar no catálogo e d para baixar.")

    static func among(_ count: Int) -> Phrase { Phrase("of \(count)", "de \(count)") }

    static func marked(_ count: Int) -> Phrase {
        Phrase(
            count, one: Phrase("\(count) marked", "\(count) marcado"),
            many: Phrase("\(count) marked", "\(count) marcados"))
    }

    // MARK: detail
    static let done = Phrase("done", "pronto")
    static let speed = Phrase("speed", "taxa")
    static let given = Phrase("given", "dado")
    static let swarmWord = Phrase("swarm", "enxame")
    static let folder = Phrase("folder", "pasta")
    static let tracker = Phrase("tracker", "tracker")
    static let problem = Phrase("problem", "problema")
    static let trackerWell = Phrase("answers well", "responde bem")

    static func minutes(_ count: Int) -> Phrase { Phrase("\(count) min", "\(count) min") }

    static func peak(_ rate: String) -> Phrase { Phrase("peak \(rate)", "pico \(rate)") }

    static func doneOf(_ done: String, _ size: String, _ percent: String) -> Phrase {
        Phrase("\(done) of \(size) · \(percent)", "\(done) de \(size) · \(percent)")
    }

    static func left(_ time: String) -> Phrase { Phrase("\(time) left", "falta: \(time)") }

    static func upAgainstDown(_ up: String, _ down: String, _ ratio: String) -> Phrase {
        Phrase("↑ \(up)  ↓ \(down)  ratio \(ratio)", "↑ \(up)  ↓ \(down)  proporção \(ratio)")
    }

    static func peersAndSeeds(_ peers: Int, _ seeds: Int) -> Phrase {
        let found = Phrase(
            peers, one: Phrase("\(peers) peer", "\(peers) par"),
            many: Phrase("\(peers) peers", "\(peers) pares"))
        guard seeds > 0 else { return found }
        let complete = Phrase(
            seeds, one: Phrase("\(seeds) complete", "\(seeds) completo"),
            many: Phrase("\(seeds) complete", "\(seeds) completos"))
        return Phrase(
            "\(found.said(in: .english)), \(complete.said(in: .english))",
            "\(found.said(in: .portuguese)), \(complete.said(in: .portuguese))")
    }

    // MARK: questions
    static let removeTitle = Phrase("Remove from the list?", "Remover da lista?")
    static let removeWithDataTitle = Phrase(
        "Remove and delete the files?", "Remover e apagar os arquivos?")
    static let dataStays = Phrase("The files stay where they are.", "Os arquivos ficam onde estão.")
    static let removeFromList = Phrase("remove", "remover")
    static let deleteFiles = Phrase("delete the files", "apagar os arquivos")

    static func dataIsLost(_ size: String) -> Phrase {
        Phrase(
            "\(size) on this disk are deleted for good.",
            "\(size) neste disco são apagados de vez.")
    }

    // MARK: what happened
    static func downloadFinished(_ title: String) -> Phrase {
        Phrase("\(title) is complete.", "\(title) está completo.")
    }

    static func opened(_ name: String) -> Phrase { Phrase("Opened \(name)", "Aberto: \(name)") }

    static func trackerSaid(_ message: String, of title: String) -> Phrase {
        Phrase("Tracker, about \(title): \(message)", "Tracker, sobre \(title): \(message)")
    }

    // MARK: why not
    static let notAllThere = Phrase("it is not complete yet", "ainda não está completo")
}

extension Transfer.State {
    var phrase: Phrase {
        switch self {
        case .checking: Phrase("checking", "verificando")
        case .downloading: Phrase("downloading", "baixando")
        case .finished: Phrase("complete", "completo")
        case .seeding: Phrase("seeding", "semeando")
        case .paused: Phrase("paused", "pausado")
        case .queued: Phrase("queued", "na fila")
        case .failed: Phrase("failed", "falhou")
        }
    }
}
