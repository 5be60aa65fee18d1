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

    static let noTransfersBeside = Phrase(
        "Nothing here yet. What you download from the catalog stands here.",
        "Nada aqui ainda. O que você baixar do catálogo aparece aqui.")

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

    static let inTheSwarm = Phrase("in the swarm", "no enxame")
    static let swarmTitle = Phrase("Swarm", "Enxame")

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

    // MARK: limits
    static let limitsIntro = Phrase(
        "All torrents together move no more than this in a second.",
        "Todos os torrents juntos não passam disto por segundo.")
    static let mostDown = Phrase("Down", "Baixar")
    static let mostUp = Phrase("Up", "Enviar")
    static let limitHint = Phrase(
        "a second, as 500K or 2M; empty for no limit", "por segundo, como 500K ou 2M; vazio: sem")
    static let notALimit = Phrase(
        "A limit is a number with a unit, as 500K or 2M.",
        "Um limite é um número com unidade, como 500K ou 2M.")
    static let limitTooLow = Phrase(
        "The lowest limit is 1K; leave it empty for none.",
        "O menor limite é 1K; deixe vazio para nenhum.")
    static let noLimits = Phrase("Nothing is limited.", "Nada está limitado.")

    static func limitsAre(down: String?, up: String?) -> Phrase {
        let english = [down.map { "↓ \($0)/s" }, up.map { "↑ \($0)/s" }].compactMap(\.self)
            .joined(separator: "  ")
        return Phrase("At most \(english).", "No máximo \(english).")
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
