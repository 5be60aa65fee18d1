import API
import Domain

extension Phrase {
    static let score = Phrase("Score", "Nota")
    static let member = Phrase("Member", "Membro")
    static let whatIsWrong = Phrase("What does not fit", "O que não bate")
    static let hiddenEntry = Phrase("an entry you do not see", "um item que você não vê")
    static let noOpenCases = Phrase("No case waits.", "Nenhum caso espera.")
    static let noClosedCases = Phrase("No case was judged yet.", "Nenhum caso foi julgado ainda.")
    static let claims = Phrase("claims", "alega")
    static let explainedIs = Phrase("explained", "explicado")
    static let clientIs = Phrase("client", "cliente")
    static let besideIs = Phrase("beside", "junto de")
    static let claimedUp = Phrase("Up", "Enviado")
    static let claimedDown = Phrase("Down", "Recebido")
    static let stillMissing = Phrase("Left", "Falta")
    static let announceEvent = Phrase("Event", "Evento")
    static let nothingFollows = Phrase(
        "It is written down, and nothing else follows from it.",
        "Fica registrado, e nada mais decorre disso.")
    static let alreadyJudged = Phrase(
        "somebody has judged this case already", "alguém já julgou este caso")

    static func reviewOf(_ name: String, _ verdict: EvidenceVerdict) -> Phrase {
        switch verdict {
        case .dismissed:
            Phrase("Dismiss the case of \(name)", "Arquivar o caso de \(name)")
        case .confirmed:
            Phrase("Confirm the case of \(name)", "Confirmar o caso de \(name)")
        }
    }

    static func caseIsJudged(_ name: String, _ verdict: EvidenceVerdict?) -> Phrase {
        verdict == .confirmed
            ? Phrase("The case of \(name) is confirmed.", "O caso de \(name) foi confirmado.")
            : Phrase("The case of \(name) is dismissed.", "O caso de \(name) foi arquivado.")
    }
}

extension EvidenceState {
    var title: Phrase {
        switch self {
        case .open: Phrase("Open", "Abertos")
        case .closed: Phrase("Judged", "Julgados")
        }
    }
}

extension EvidenceVerdict {
    var phrase: Phrase {
        switch self {
        case .dismissed: Phrase("dismissed", "arquivado")
        case .confirmed: Phrase("confirmed", "confirmado")
        }
    }
}

extension EvidenceKind {
    var phrase: Phrase {
        switch self {
        case .unreceived: Phrase("nobody got that much", "ninguém recebeu tanto")
        case .nobodyToReceive: Phrase("nobody to give it to", "ninguém para receber")
        case .unbalancedSwarm: Phrase("more given than taken", "mais enviado que recebido")
        case .impossibleSpeed: Phrase("faster than any line", "mais rápido que qualquer linha")
        case .receiptsBeyondDownload:
            Phrase("attests more than it took", "atesta mais do que recebeu")
        case .downloadBeyondSize:
            Phrase("took more than there is", "recebeu mais do que existe")
        case .madeUpCounters: Phrase("made-up counters", "contadores inventados")
        case .contradictoryClient:
            Phrase("not the client it claims", "não é o cliente que diz ser")
        }
    }
}
