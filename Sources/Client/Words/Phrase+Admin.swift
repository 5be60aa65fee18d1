import API
import Domain

extension Phrase {
    // MARK: users
    static let name = Phrase("Name", "Nome")
    static let since = Phrase("Since", "Desde")
    static let banned = Phrase("banned", "banido")
    static let usersPlaceholder = Phrase("search by name", "buscar por nome")
    static let noUsers = Phrase(
        "Nobody has such a name. Press n for a new member, or / to search for another.",
        "Ninguém tem esse nome. Tecle n para um novo membro, ou / para buscar outro.")
    static let hasThisRole = Phrase("has this role already", "já tem esse papel")
    static let noRoleToGive = Phrase(
        "There is no role that you may give.", "Não há papel que você possa dar.")
    static let forGood = Phrase("for good", "definitivo")
    static let you = Phrase("you", "você")

    static func until(_ day: String) -> Phrase { Phrase("until \(day)", "até \(day)") }
    static func roleOf(_ name: String) -> Phrase { Phrase("Role of \(name)", "Papel de \(name)") }
    static func banOf(_ name: String) -> Phrase { Phrase("Ban \(name)", "Banir \(name)") }
    static func ratioOf(_ name: String) -> Phrase {
        Phrase("Adjust the ratio of \(name)", "Ajustar a proporção de \(name)")
    }

    static func memberCreated(_ name: String) -> Phrase {
        Phrase("\(name) is a member now.", "\(name) agora é membro.")
    }

    static func userIsNow(_ user: UserBody, before: UserBody) -> Phrase {
        if user.ban != nil, before.ban == nil {
            return Phrase("\(user.username) is banned.", "\(user.username) foi banido.")
        }
        if user.ban == nil, before.ban != nil {
            return Phrase(
                "The ban of \(user.username) is lifted.",
                "O banimento de \(user.username) foi retirado.")
        }
        return Phrase(
            "\(user.username) is now \(user.role.name).",
            "\(user.username) agora é \(user.role.name).")
    }

    static func ratioIsNow(_ name: String, _ stats: StatsBody, _ figures: Figures) -> Phrase {
        let ratio = figures.ratio(Ratio(up: stats.bytesUp, down: stats.bytesDown))
        return Phrase(
            "The ratio of \(name) is now \(ratio).", "A proporção de \(name) agora é \(ratio).")
    }

    // MARK: roles
    static let weight = Phrase("Weight", "Peso")
    static let parent = Phrase("Parent", "Herda de")
    static let permission = Phrase("Permission", "Permissão")
    static let from = Phrase("From", "Origem")
    static let here = Phrase("here", "aqui")
    static let always = Phrase("always", "sempre")
    static let youLackIt = Phrase("not yours", "não é sua")
    static let noParent = Phrase("nobody", "ninguém")
    static let newRoleTitle = Phrase("New role", "Novo papel")
    static let deleteRoleTitle = Phrase("Delete this role?", "Apagar este papel?")
    static let roleHasNobody = Phrase("Nobody has it.", "Ninguém o tem.")
    static let deleteIt = Phrase("delete", "apagar")
    static let theyBecome = Phrase("They become", "Passam a ser")
    static let roleIsDeleted = Phrase("The role is deleted.", "O papel foi apagado.")
    static let roleNeedsName = Phrase(
        "A role needs a name of at most 40 characters.",
        "Um papel precisa de um nome de até 40 caracteres.")
    static let weightIsANumber = Phrase(
        "A weight is a whole number from 0 to 1000.", "O peso é um número inteiro de 0 a 1000.")
    static let roleNameTaken = Phrase(
        "There is a role of this name already.", "Já existe um papel com esse nome.")

    static func weightHint(_ mine: Int) -> Phrase {
        Phrase("yours is \(mine)", "o seu é \(mine)")
    }

    static func roleIsSaved(_ name: String) -> Phrase {
        Phrase("The role \(name) is saved.", "O papel \(name) foi salvo.")
    }

    static func membersMustMove(_ count: Int, from name: String) -> Phrase {
        Phrase(
            count, one: Phrase("\(count) member is \(name).", "\(count) membro é \(name)."),
            many: Phrase("\(count) members are \(name).", "\(count) membros são \(name)."))
    }

    static func members(_ count: Int) -> Phrase {
        Phrase(
            count, one: Phrase("\(count) member", "\(count) membro"),
            many: Phrase("\(count) members", "\(count) membros"))
    }

    static func weighs(_ weight: Int) -> Phrase { Phrase("weight \(weight)", "peso \(weight)") }
    static func under(_ name: String) -> Phrase { Phrase("parent \(name)", "herda de \(name)") }

    static func holds(_ count: Int) -> Phrase {
        Phrase(
            "It may do \(count) of \(Permission.allCases.count) things.",
            "Pode fazer \(count) de \(Permission.allCases.count) coisas.")
    }

    /// What saving a role means for those who have it; empty when it means nothing.
    static func membersChange(_ count: Int, gain: [Permission], lose: [Permission]) -> Phrase {
        func sentence(_ who: String, _ gains: String, _ loses: String) -> String {
            let parts = [(gains, gain), (loses, lose)].filter { !$0.1.isEmpty }.map { verb, list in
                "\(verb) \(list.map(\.rawValue).joined(separator: ", "))"
            }
            return parts.isEmpty ? "" : "\(who) \(parts.joined(separator: ", "))."
        }
        let who = members(count)
        let gains = Phrase(
            count, one: Phrase("gains", "ganha"), many: Phrase("gain", "ganham"))
        let loses = Phrase(count, one: Phrase("loses", "perde"), many: Phrase("lose", "perdem"))
        func sentence(in language: Language) -> String {
            sentence(
                who.said(in: language), gains.said(in: language), loses.said(in: language))
        }
        return Phrase(sentence(in: .english), sentence(in: .portuguese))
    }

    // MARK: approvals
    static let approvalsEmpty = Phrase(
        "Nothing waits for approval. What members publish stands here until staff decides.",
        "Nada aguarda aprovação. O que os membros publicam fica aqui até a equipe decidir.")
    static let uploader = Phrase("By", "Por")
    static let deletedMember = Phrase(CatalogSummary.deletedMember, "membro excluído")
    static let filesColumn = Phrase("Files", "Arq.")
    static let beingDecided = Phrase("it is being decided", "está sendo decidido")

    static func approved(_ title: String) -> Phrase {
        Phrase("\(title) is approved.", "\(title) foi aprovado.")
    }

    static func sentBack(_ title: String) -> Phrase {
        Phrase("\(title) is sent back for changes.", "\(title) foi devolvido para mudanças.")
    }

    static func rejected(_ title: String) -> Phrase {
        Phrase("\(title) is rejected.", "\(title) foi rejeitado.")
    }

    // MARK: settings
    static let settingSaved = Phrase("The setting is saved.", "A configuração foi salva.")

    static func secondsLong(_ seconds: String) -> Phrase { Phrase("\(seconds) s", "\(seconds) s") }

    // MARK: audit
    static let when = Phrase("When", "Quando")
    static let who = Phrase("Who", "Quem")
    static let what = Phrase("What", "O quê")
    static let whom = Phrase("To", "A")
    static let reason = Phrase("Reason", "Motivo")
}

extension AdminSection {
    var title: Phrase {
        switch self {
        case .users: Phrase("Users", "Usuários")
        case .roles: Phrase("Roles", "Papéis")
        case .approvals: Phrase("Approvals", "Aprovações")
        case .evidence: Phrase("Evidence", "Indícios")
        case .bans: Phrase("Bans", "Banimentos")
        case .invitations: Phrase("Invitations", "Convites")
        case .settings: Phrase("Settings", "Configurações")
        case .audit: Phrase("Audit", "Auditoria")
        }
    }
}

extension SettingsState.Row {
    var title: Phrase {
        switch self {
        case .registration: Phrase("Registration", "Inscrição")
        case .requiredRatio: Phrase("Required ratio", "Proporção exigida")
        case .graceBytes: Phrase("Grace", "Carência")
        case .announceInterval: Phrase("Announce interval", "Intervalo de anúncio")
        case .downloadSlots: Phrase("Downloads at once", "Downloads juntos")
        case .seedingHours: Phrase("Seeding time", "Tempo semeando")
        case .seedingRatio: Phrase("or seeding ratio", "ou proporção")
        }
    }

    var hint: Phrase {
        switch self {
        case .registration:
            Phrase("who may open an account by themselves", "quem pode abrir conta por si mesmo")
        case .requiredRatio:
            Phrase(
                "bytes up over down; 0 asks for nothing",
                "bytes enviados sobre baixados; 0 não exige nada")
        case .graceBytes:
            Phrase(
                "bytes down before the ratio counts, as 5G",
                "bytes baixados antes de exigir a proporção, como 5G")
        case .announceInterval:
            Phrase(
                "seconds between two announces, 5 to 86400",
                "segundos entre dois anúncios, de 5 a 86400")
        case .downloadSlots:
            Phrase("of a member; 0 for no limit", "de um membro; 0 é sem limite")
        case .seedingHours:
            Phrase("hours with what one took; 0 for none", "horas com o que baixou; 0 é nenhuma")
        case .seedingRatio:
            Phrase(
                "of one torrent does as well; 0: only time",
                "de um torrent também vale; 0: só tempo")
        }
    }
}

extension CommunitySettings.Registration {
    var phrase: Phrase {
        switch self {
        case .closed: Phrase("closed", "fechada")
        case .open: Phrase("open", "aberta")
        case .invite: Phrase("by invitation", "por convite")
        }
    }
}
