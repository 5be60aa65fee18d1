import API

extension Phrase {
    static let noInvitations = Phrase(
        "Nobody is invited. Press n to invite somebody.",
        "Ninguém foi convidado. Tecle n para convidar alguém.")
    static let forNewcomer = Phrase("For whom", "Para quem")
    static let forNewcomerHint = Phrase(
        "a name or a word, for whoever sees the list", "um nome ou palavra, para quem vê a lista")
    static let validDays = Phrase("Days", "Dias")
    static let validDaysHint = Phrase(
        "it holds so long, 1 to 90", "vale por tanto tempo, de 1 a 90")
    static let notSoManyDays = Phrase(
        "An invitation holds for 1 to 90 days.", "Um convite vale de 1 a 90 dias.")
    static let invitationNoteTooLong = Phrase(
        "At most 200 characters.", "No máximo 200 caracteres.")
    static let invitationState = Phrase("State", "Estado")
    static let usedBy = Phrase("Used by", "Usado por")
    static let invitationTitle = Phrase("Invite a newcomer", "Convidar alguém")
    static let invitationWorksOnce = Phrase(
        "The code works once; a profile says who invited them.",
        "O código vale uma vez; o perfil diz quem convidou.")
    static let invitationReady = Phrase("The invitation is ready", "O convite está pronto")
    static let invitationShownOnce = Phrase(
        "Copy the code now and hand it on: the server does not keep it.",
        "Copie o código agora e entregue: o servidor não o guarda.")
    static let inviteCode = Phrase("Code", "Código")
    static let registerWith = Phrase("Register with", "Inscrever com")
    static let withdrawTitle = Phrase("Withdraw this invitation?", "Retirar este convite?")
    static let withdraw = Phrase("withdraw it", "retirar")
    static let codeIsWorthless = Phrase(
        "Its code is worth nothing then.", "O código dele deixa de valer.")
    static let invitationIsWithdrawn = Phrase(
        "The invitation is withdrawn.", "O convite foi retirado.")
    static let notOpen = Phrase("it is not open any more", "já não está aberto")
    static let registrationIsClosed = Phrase(
        "registration is closed", "a inscrição está fechada")

    /// The list is empty, and stays so for now.
    static func nobodyIsInvited(_ reason: Phrase) -> Phrase {
        Phrase(
            "Nobody is invited: \(reason.said(in: .english))",
            "Ninguém foi convidado: \(reason.said(in: .portuguese))")
    }

    static func invitation(for note: String?, by inviter: String) -> Phrase {
        guard let note else { return Phrase("by \(inviter)", "de \(inviter)") }
        return Phrase("\(note), by \(inviter)", "\(note), de \(inviter)")
    }
}

extension InvitationBody.State {
    var phrase: Phrase {
        switch self {
        case .open: Phrase("open", "aberto")
        case .used: Phrase("used", "usado")
        case .expired: Phrase("expired", "vencido")
        case .withdrawn: Phrase("withdrawn", "retirado")
        }
    }
}
