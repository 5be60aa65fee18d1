extension Phrase {
    static let range = Phrase("Addresses", "Endereços")
    static let clientPrefix = Phrase("Peer ids begin", "Peer ids começam")
    static let isOver = Phrase("over", "acabou")
    static let noAddressBans = Phrase("No address is banned.", "Nenhum endereço está banido.")
    static let noClientBans = Phrase("No client is banned.", "Nenhum cliente está banido.")

    static let banAddressesTitle = Phrase("Ban addresses", "Banir endereços")
    static let banClientTitle = Phrase("A rule about clients", "Uma regra sobre clientes")
    static let addressBanEnds = Phrase(
        "Whoever comes from there is refused at once, here and at the tracker.",
        "Quem vem de lá é recusado na hora, aqui e no tracker.")
    static let clientBanEnds = Phrase(
        "The tracker goes by how a client's peer ids begin.",
        "O tracker olha como começam os peer ids de um cliente.")
    static let rangeHint = Phrase(
        "as 203.0.113.7, 10.0.0.0/8 or 2001:db8::/32",
        "como 203.0.113.7, 10.0.0.0/8 ou 2001:db8::/32")
    static let prefixHint = Phrase(
        "as -XL0012-; 3 to 20 letters", "como -XL0012-; de 3 a 20 letras")
    static let notARange = Phrase(
        "An address, or a block of them as 10.0.0.0/8.",
        "Um endereço, ou um bloco deles como 10.0.0.0/8.")
    static let notAPrefix = Phrase(
        "A prefix is 3 to 20 letters, digits and signs, as -XL0012-.",
        "Um prefixo tem de 3 a 20 letras, dígitos e sinais, como -XL0012-.")

    static let liftBanTitle = Phrase("Lift this ban?", "Retirar este banimento?")
    static let banIsLifted = Phrase("The ban is lifted.", "O banimento foi retirado.")

    static func isBannedNow(_ whom: String) -> Phrase {
        Phrase("\(whom) is banned.", "\(whom) foi banido.")
    }

    static func bannedBy(_ actor: String, _ reason: String) -> Phrase {
        Phrase("banned by \(actor): \(reason)", "banido por \(actor): \(reason)")
    }
}

extension BansState.Kind {
    var title: Phrase {
        switch self {
        case .addresses: .range
        case .clients: Phrase("Clients", "Clientes")
        }
    }
}
