extension Phrase {
    // MARK: oneself
    static let announceURL = Phrase("Announce URL", "URL de anúncio")
    static let passkey = Phrase("Passkey", "Passkey")
    static let secondFactor = Phrase("Second factor", "Segundo fator")
    static let session = Phrase("Session", "Sessão")
    static let youMay = Phrase("You may", "Você pode")
    static let nothingAtAll = Phrase("nothing at all", "nada")

    static let urlIsSecret = Phrase(
        "a secret: whoever has it shares in your name",
        "segredo: quem a tem compartilha em seu nome")
    static let shownAbove = Phrase("shown above", "mostrada acima")
    static let noAnnounceURL = Phrase("there is none for you", "não há uma para você")
    static let announceURLCopied = Phrase(
        "The announce URL was sent to the terminal's clipboard.",
        "A URL de anúncio foi enviada à área de transferência do terminal.")
    static let passkeyWhat = Phrase(
        "the secret in that URL; a new one ends the old",
        "o segredo dessa URL; um novo anula o atual"
    )
    static let passwordWhat = Phrase(
        "change it: every session ends, this one too",
        "trocar: todas as sessões terminam, esta também")
    static let signOutWhat = Phrase("sign out of this one", "sair desta")
    static let secondFactorOnWord = Phrase("on", "ligado")
    static let secondFactorOffWord = Phrase("off", "desligado")
    static let secondFactorOnMeans = Phrase(
        "signing in asks for a code too", "a entrada pede também um código")
    static let passwordAlone = Phrase(
        "whoever has the password gets in", "quem tem a senha entra")

    // MARK: passkey
    static let resetPasskeyTitle = Phrase("Replace the passkey?", "Trocar a passkey?")
    static let passkeyResetLoses = Phrase(
        "The announce URL in use is worth nothing from then on: other programs need their "
            + "torrents again.",
        "A URL de anúncio atual deixa de valer: outros programas precisam dos torrents de novo.")
    static let passkeyResetKeeps = Phrase(
        "Your sessions and your ratio stay.", "Suas sessões e sua proporção ficam.")
    static let replaceIt = Phrase("replace it", "trocar")
    static let passkeyIsNew = Phrase(
        "The passkey is new; the old URL is worth nothing now.",
        "A passkey é nova; a URL antiga não vale mais.")

    // MARK: password
    static func passwordChanged(keys: Int) -> Phrase {
        let changed = Phrase.passwordChanged
        let more: (String, String) =
            switch keys {
            case 0: ("", "")
            case 1:
                (
                    " 1 key for scripts ended with the old one.",
                    " 1 chave para scripts acabou com a antiga."
                )
            default:
                (
                    " \(keys) keys for scripts ended with the old one.",
                    " \(keys) chaves para scripts acabaram com a antiga."
                )
            }
        return Phrase(
            changed.said(in: .english) + more.0, changed.said(in: .portuguese) + more.1)
    }

    // MARK: sessions
    static let clientColumn = Phrase("Client", "Programa")
    static let beganColumn = Phrase("Began", "Início")
    static let seenColumn = Phrase("Seen", "Vista")
    static let thisOne = Phrase("this one", "esta")
    static let thatIsThisSession = Phrase(
        "That is the session you are in: sign out to end it.",
        "É a sessão em que você está: saia para encerrá-la.")
    static let endSessionTitle = Phrase("End this session?", "Encerrar esta sessão?")
    static let endSessionLoses = Phrase(
        "Whoever uses it is signed out at once.", "Quem a usa sai na hora.")
    static let endIt = Phrase("end it", "encerrar")
    static let sessionIsEnded = Phrase("The session is ended.", "A sessão foi encerrada.")
    static let endOthersTitle = Phrase(
        "End all other sessions?", "Encerrar todas as outras sessões?")
    static let endOthersLoses = Phrase(
        "Only the one you are in stays. Keys for scripts stay too.",
        "Só fica a que você está usando. As chaves para scripts ficam também.")
    static let endThem = Phrase("end them", "encerrar")

    static func lastSeen(_ moment: String) -> Phrase {
        Phrase("last seen: \(moment)", "vista por último: \(moment)")
    }

    static func othersAreEnded(_ count: Int) -> Phrase {
        count == 0
            ? Phrase("There was no other session.", "Não havia outra sessão.")
            : Phrase(
                count,
                one: Phrase("1 other session is ended.", "1 outra sessão foi encerrada."),
                many: Phrase(
                    "\(count) other sessions are ended.",
                    "\(count) outras sessões foram encerradas."))
    }
}

extension AccountSection {
    var title: Phrase {
        switch self {
        case .oneself: Phrase("You", "Você")
        case .sessions: Phrase("Sessions", "Sessões")
        case .keys: Phrase("Keys for scripts", "Chaves para scripts")
        }
    }
}

extension AccountRow {
    var label: Phrase {
        switch self {
        case .announceURL: .announceURL
        case .passkey: .passkey
        case .password: .password
        case .secondFactor: .secondFactor
        case .signOut: .session
        case .permission, .noPermission: .youMay
        }
    }
}
