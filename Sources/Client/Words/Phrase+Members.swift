extension Phrase {
    static let invitedBy = Phrase("invited by", "convidado por")
    static let notes = Phrase("Notes", "Anotações")
    static let noNotes = Phrase(
        "Nothing is written down about them. Press N to write a note.",
        "Nada foi anotado sobre este membro. Tecle N para anotar.")
    static let noteText = Phrase("Note", "Anotação")
    static let noteIsForStaff = Phrase(
        "only staff above them reads it", "só a equipe acima deste membro lê")
    static let noteNeedsText = Phrase("Write something.", "Escreva alguma coisa.")
    static let noteIsWritten = Phrase("The note is written.", "A anotação foi feita.")
    static let noteIsDeleted = Phrase("The note is deleted.", "A anotação foi apagada.")
    static let deleteNoteTitle = Phrase("Delete this note?", "Apagar esta anotação?")

    static func noteOn(_ name: String) -> Phrase {
        Phrase("Note on \(name)", "Anotação sobre \(name)")
    }

    static func noteBy(_ author: String, on name: String) -> Phrase {
        Phrase("By \(author), on \(name):", "De \(author), sobre \(name):")
    }

    // MARK: deleting an account
    static let accountIsLost = Phrase(
        "The account, its sessions and its passkey are gone at once, for good. What was published "
            + "and shared stays, as a deleted member's.",
        "A conta, as sessões e a passkey somem na hora, para sempre. O que foi publicado e "
            + "compartilhado fica, como de um membro excluído.")

    static func deletionOf(_ name: String) -> Phrase {
        Phrase("Delete \(name)", "Apagar \(name)")
    }

    static func memberIsDeleted(_ name: String) -> Phrase {
        Phrase("The account of \(name) is deleted.", "A conta de \(name) foi apagada.")
    }

    // MARK: the second factor of somebody who lost it
    static let passwordIsEnoughThen = Phrase(
        "Their password alone signs in after this. Be sure who is asking.",
        "Depois disto a senha sozinha basta para entrar. Tenha certeza de quem pede.")

    static let takeItOff = Phrase("take it off", "retirar")

    static func secondFactorOf(_ name: String) -> Phrase {
        Phrase("Take off the second factor of \(name)", "Retirar o segundo fator de \(name)")
    }

    static func secondFactorIsOff(_ name: String) -> Phrase {
        Phrase("\(name) signs in without a second factor now.", "\(name) entra sem segundo fator.")
    }

    static func hasNoSecondFactor(_ name: String) -> Phrase {
        Phrase("\(name) has no second factor.", "\(name) não tem segundo fator.")
    }

    // MARK: how long
    static let howLong = Phrase("For how long", "Por quanto tempo")
    static let howLongHint = Phrase(
        "as 12h, 7d or 3mo; empty: for good", "como 12h, 7d ou 3mo; vazio: definitivo")
    static let notALapse = Phrase(
        "A time is a number with a unit, as 12h, 7d, 3mo or 1y.",
        "Um tempo é um número com unidade, como 12h, 7d, 3mo ou 1y.")
}
