extension Phrase {
    // MARK: keys for scripts
    static let mayColumn = Phrase("May", "Pode")
    static let untilColumn = Phrase("Until", "Até")
    static let usedColumn = Phrase("Used", "Usada")
    static let noEnd = Phrase("no end", "sem fim")
    static let never = Phrase("never", "nunca")
    static let keyIsOver = Phrase("expired", "expirada")
    static let noKeys = Phrase(
        "No script has a key of yours. n makes one: a part of what you may, without your password.",
        "Nenhum script tem chave sua. n cria uma: parte do que você pode, sem a sua senha.")
    static let holdsFor = Phrase("Holds for", "Vale por")
    static let keyMay = Phrase("It may:", "Pode:")
    static let keyIsNoMore = Phrase(
        "Never more than you may at that moment.", "Nunca mais do que você pode naquele momento.")
    static let keyNeedsName = Phrase(
        "A key needs a name of at most 60 characters: what it is for.",
        "Uma chave precisa de um nome de até 60 caracteres: para que serve.")
    static let keyNeedsPermission = Phrase(
        "Choose with Space what it may.", "Escolha com espaço o que ela pode.")
    static let nothingToHandOn = Phrase(
        "You may nothing that could be handed on.", "Você não pode nada que possa passar adiante.")
    static let allow = Phrase("allow", "permitir")
    static let deleteKeyTitle = Phrase("Delete this key?", "Apagar esta chave?")
    static let deleteKeyLoses = Phrase(
        "Scripts that use it are refused at once.", "Scripts que a usam são recusados na hora.")
    static let keyIsDeleted = Phrase("The key is deleted.", "A chave foi apagada.")

    static func keyShownOnce(_ name: String) -> Phrase {
        Phrase(
            "The key for “\(name)” is shown this once and kept nowhere. Put it where the script "
                + "finds it, as ENXAME_TOKEN.",
            "A chave de “\(name)” aparece só desta vez e não é guardada. Coloque-a onde o script "
                + "a encontra, como ENXAME_TOKEN.")
    }

    // MARK: the second factor
    static let turnSecondFactorOn = Phrase(
        "Turn the second factor on", "Ligar o segundo fator")
    static let turnSecondFactorOff = Phrase(
        "Turn the second factor off", "Desligar o segundo fator")
    static let secondFactorWhat = Phrase(
        "Signing in will ask for a code of your authenticator besides the password.",
        "A entrada vai pedir, além da senha, um código do seu autenticador.")
    static let secondFactorNeeds = Phrase(
        "The password first, so that nobody else turns it on.",
        "Primeiro a senha, para que ninguém mais o ligue.")
    static let secretForAuthenticator = Phrase(
        "Give this to an authenticator now: type the secret, or make a picture of the address for "
            + "scanning. It is shown this once.",
        "Passe isto agora a um autenticador: digite o segredo, ou faça do endereço uma imagem "
            + "para escanear. Aparece só desta vez.")
    static let secretForTyping = Phrase("Secret, for typing", "Segredo, para digitar")
    static let uriForScanning = Phrase("Address, for scanning", "Endereço, para escanear")
    static let firstCodeWhat = Phrase(
        "Type the code that the authenticator shows now. It proves that it has the secret; before "
            + "that nothing is on.",
        "Digite o código que o autenticador mostra agora. Ele prova que o segredo está lá; antes "
            + "disso nada está ligado.")
    static let sixDigits = Phrase("six digits", "seis dígitos")
    static let codeOrRecovery = Phrase(
        "six digits, or a recovery code", "seis dígitos, ou um código de recuperação")
    static let typeTheCode = Phrase("Type the code.", "Digite o código.")
    static let secondFactorOffMeans = Phrase(
        "From then on the password alone signs in, and the recovery codes are worth nothing.",
        "A partir daí só a senha basta para entrar, e os códigos de recuperação não valem mais.")
    static let secondFactorIsOn = Phrase(
        "The second factor is on.", "O segundo fator está ligado.")
    static let secondFactorIsOff = Phrase(
        "The second factor is off.", "O segundo fator está desligado.")
    static let recoveryShownOnce = Phrase(
        "Write these down now and keep them away from this machine: each signs in once in place "
            + "of a code, when the authenticator is lost. They are shown this once.",
        "Anote estes códigos agora e guarde longe desta máquina: cada um vale uma entrada no "
            + "lugar do código, se o autenticador se perder. Aparecem só desta vez.")

    static func secretIs(_ secret: String) -> Phrase {
        Phrase("Secret: \(secret)", "Segredo: \(secret)")
    }

    // MARK: shown once
    static let sentToClipboard = Phrase(
        "Sent to the terminal's clipboard. ⏎ goes on.",
        "Enviado à área de transferência do terminal. ⏎ segue.")
}

extension OnceState.Purpose {
    var title: Phrase {
        switch self {
        case .key: Phrase("The new key", "A nova chave")
        case .authenticator: .turnSecondFactorOn
        case .recovery: Phrase("Recovery codes", "Códigos de recuperação")
        }
    }

    var answer: Phrase {
        switch self {
        case .key: Phrase("⏎ I have put it away    y copies", "⏎ Já guardei    y copia")
        case .authenticator:
            Phrase("⏎ The authenticator has it    y copies", "⏎ O autenticador já tem    y copia")
        case .recovery: Phrase("⏎ I have written them down    y copies", "⏎ Já anotei    y copia")
        }
    }
}

extension KeyFormState.Expiry {
    var phrase: Phrase {
        switch self {
        case .week: Phrase("7 days", "7 dias")
        case .month: Phrase("30 days", "30 dias")
        case .quarter: Phrase("90 days", "90 dias")
        case .year: Phrase("a year", "um ano")
        case .never: Phrase("until it is deleted", "até ser apagada")
        }
    }
}
