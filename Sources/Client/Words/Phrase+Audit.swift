extension Phrase {
    static let before = Phrase("before", "antes")
    static let askedFrom = Phrase("address", "endereço")
    static let after = Phrase("after", "depois")
    static let entryNumber = Phrase("number", "número")
    static let auditEmpty = Phrase(
        "No staff act is written down yet. What staff does and why is kept here.",
        "Nenhum ato da equipe foi registrado ainda. O que a equipe faz, e por quê, fica aqui.")
    static let nothingLikeThat = Phrase(
        "No entry is like that. Press c to take the filter away.",
        "Nenhum registro corresponde. Tecle c para tirar o filtro.")
    static let auditPlaceholder = Phrase(
        "search subjects, reasons and names", "buscar alvos, motivos e nomes")

    // MARK: the filter
    static let sinceWhen = Phrase("From", "Desde")
    static let untilWhen = Phrase("Until", "Até")
    static let wholeName = Phrase("a name, whole", "um nome, inteiro")
    static let actHint = Phrase(
        "as user.banned, or user for all of them", "como user.banned, ou user para todos")
    static let dayHint = Phrase(
        "a day as 2026-11-20, or 7d for so long ago",
        "um dia como 2026-11-20, ou 7d: há tanto tempo")
    static let notADay = Phrase(
        "A day as 2026-11-20, or how long ago as 12h or 7d.",
        "Um dia como 2026-11-20, ou há quanto tempo, como 12h ou 7d.")
    static let endsBeforeItBegins = Phrase(
        "This ends before it begins.", "Isso termina antes de começar.")
    static let noFilter = Phrase("all of it is shown", "já mostra tudo")
}
