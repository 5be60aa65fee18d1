extension Phrase {
    static let addressHint = Phrase(
        "as localhost:8000 or https://example.org", "como localhost:8000 ou https://example.org")
    static let notAnAddress = Phrase(
        "That is no address: a name, and perhaps a port.",
        "Isso não é um endereço: um nome e talvez uma porta.")
    static let usernameHint = Phrase(
        "2 to 32 of a–z 0–9 . _ -", "de 2 a 32 de a–z 0–9 . _ -")
    static let passwordHint = Phrase("at least 8 characters", "pelo menos 8 caracteres")
    static let passwordTooShort = Phrase(
        "A password has at least 8 characters.", "Uma senha tem pelo menos 8 caracteres.")
    static let passwordsDiffer = Phrase(
        "The two passwords differ.", "As duas senhas são diferentes.")
    static let currentPassword = Phrase("Current password", "Senha atual")
    static let newPassword = Phrase("New password", "Nova senha")
    static let newPasswordAgain = Phrase("Once more", "Mais uma vez")
    static let everySessionEnds = Phrase(
        "Every session of yours ends, this one too.", "Todas as suas sessões terminam, esta também."
    )

    static let giveAReason = Phrase("Say why; it is kept.", "Diga por quê; fica registrado.")
    static let reasonIsAudited = Phrase("it is kept in the audit log", "fica na auditoria")
    static let reasonIsTold = Phrase("the uploader reads it", "quem publicou vai ler")

    static let addUp = Phrase("Add to up", "Somar ao enviado")
    static let addDown = Phrase("Add to down", "Somar ao baixado")
    static let amountHint = Phrase(
        "as 5G or -500M; empty for none", "como 5G ou -500M; vazio: nada")
    static let notAnAmount = Phrase(
        "An amount is a number with a unit, as 5G or -500M.",
        "Uma quantia é um número com unidade, como 5G ou -500M.")
    static let nothingToAdjust = Phrase(
        "Both amounts are empty: there is nothing to adjust.",
        "As duas quantias estão vazias: não há o que ajustar.")
    static let notARatio = Phrase(
        "A ratio is a number from 0 to 100.", "A proporção é um número de 0 a 100.")
    static let notAnInterval = Phrase(
        "An interval is a whole number of seconds from 5 to 86400.",
        "O intervalo é um número inteiro de segundos de 5 a 86400.")

    static let banEnds = Phrase(
        "Every session ends at once, and the tracker answers no more.",
        "Todas as sessões terminam na hora, e o tracker deixa de responder.")
    static let deletionLoses = Phrase(
        "It leaves the catalog for everybody. What was shared stays in the ledger.",
        "Sai do catálogo para todos. O que foi compartilhado fica no registro.")

    static let keepIt = Phrase("leave it as it is", "deixar como está")
    static let sending = Phrase("Sending…", "Enviando…")
    static let themes = Phrase("Themes", "Temas")
    static let oneTheme = Phrase("there is only one theme", "só há um tema")
    static let commands = Phrase("Commands", "Comandos")
    static let help = Phrase("Keys", "Teclas")
    static let nothingMatches = Phrase(
        "No command has such a name. Delete a letter, or esc to go back.",
        "Nenhum comando tem esse nome. Apague uma letra, ou esc para voltar.")
    static let everywhere = Phrase("Everywhere", "Em toda parte")
    static let inLists = Phrase("In lists", "Em listas")
    static let nothingHappened = Phrase(
        "Nothing has happened yet. Downloads, approvals and refusals are listed here.",
        "Nada aconteceu ainda. Downloads, aprovações e recusas aparecem aqui.")

    static func unavailable(_ reason: String) -> Phrase {
        Phrase("unavailable: \(reason)", "indisponível: \(reason)")
    }

    static func cannot(_ title: Phrase, _ reason: Phrase) -> Phrase {
        Phrase(
            "\(title.said(in: .english)): \(reason.said(in: .english))",
            "\(title.said(in: .portuguese)): \(reason.said(in: .portuguese))")
    }
}
