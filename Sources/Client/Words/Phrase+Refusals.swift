import Domain

extension CommunityFailure {
    /// The sentence for people. Servers speak English; what has a known code is said in every
    /// language, and the rest is shown as it came.
    package var phrase: Phrase { Phrase(sentence, knownInPortuguese ?? sentence) }

    /// Every code that the API describes is known.
    private var knownInPortuguese: String? {
        switch code {
        case let code? where code.hasPrefix("invalid_"): Self.invalid(String(code.dropFirst(8)))
        case "banned": banned("You are banned", "Você foi banido")
        case "address_banned": banned("Your address is banned", "Seu endereço foi banido")
        case let code?: Self.accounts(code) ?? Self.rules(code) ?? Self.requests(code) ?? ofKind
        case nil: ofKind
        }
    }

    private var ofKind: String? {
        switch kind {
        case .unreachable: "A comunidade não responde."
        case .signedOut: "Sua sessão terminou; entre de novo."
        case .missing: "Não existe, ou não é para você."
        case .limited: "Pedidos demais; espere um pouco."
        case .refused, .invalid, .broken: nil
        }
    }

    /// The reason is the staff's own, and stays as it is.
    private func banned(_ english: String, _ portuguese: String) -> String {
        guard sentence.hasPrefix(english) else { return portuguese + "." }
        let rest = sentence.dropFirst(english.count)
        let until = " until "
        return portuguese + (rest.hasPrefix(until) ? " até " + rest.dropFirst(until.count) : rest)
    }

    private static func accounts(_ code: String) -> String? {
        switch code {
        case "wrong_credentials": "O usuário ou a senha não confere."
        case "not_signed_in": "Sua sessão terminou; entre de novo."
        case "refresh_raced": "A sessão acaba de ser renovada; tente de novo."
        case "too_many_attempts": "Tentativas demais de entrar; espere alguns minutos."
        case "wrong_code": "O código está errado, ou já foi usado."
        case "second_factor_needed": "Dê também um código do segundo fator."
        case "second_factor_on": "O segundo fator já está ligado: desligue-o antes."
        case "no_second_factor_begun": "Comece de novo: não há segundo fator por confirmar."
        case "too_many_keys": "Você tem o máximo de chaves: apague uma antes."
        case "not_by_key": "Uma chave para scripts não pode fazer isso: entre com a sua conta."
        case "registration_closed": "Esta comunidade não aceita inscrições agora."
        case "invitation_needed": "Esta comunidade recebe por convite: dê o código dele."
        case "invitation_over": "Este convite não está mais aberto."
        case "too_many_invitations":
            "Você tem o máximo de convites abertos: cancele um, ou espere que um seja usado."
        case "name_taken": "Esse nome já está em uso."
        case "name_looks_alike": "Esse nome se confunde com um que já existe."
        default: nil
        }
    }

    private static func rules(_ code: String) -> String? {
        switch code {
        case "permission_missing": "Falta a você uma permissão para isso."
        case "not_below_you": "Você só pode agir sobre quem tem papel de peso menor que o seu."
        case "own_role": "Ninguém muda o próprio papel."
        case "own_ratio": "Ninguém ajusta a própria proporção."
        case "own_upload": "Outra pessoa precisa aprovar o que você publicou."
        case "own_account": "Você não pode fazer isso com a sua própria conta."
        case "own_address": "Isso baniria o endereço de onde você pergunta."
        case "loopback_address":
            "Isso baniria a máquina em que o servidor roda, e quem vem por ela."
        case "cannot_grant": "Você não pode passar adiante uma permissão que não tem."
        case "weight_not_below_yours": "Um papel feito por você precisa pesar menos que o seu."
        case "last_super_admin": "O último SuperAdmin fica: crie outro antes."
        case "role_cycle": "Um papel não pode herdar de si mesmo."
        case "unknown_parent": "O papel de que herda não existe."
        case "super_admin_is_fixed": "O SuperAdmin pode tudo, sempre; só o nome muda."
        case "role_in_use": "Há membros com este papel: diga para onde vão."
        case "role_has_children": "Outros papéis herdam deste: mude isso antes."
        case "roles_changed": "Alguém mudou os papéis enquanto isso; veja de novo."
        case "standing_changed": "O papel de alguém mudou neste instante; veja e tente de novo."
        case "already_published": "Este torrent já foi publicado aqui."
        case "already_decided": "Alguém já decidiu sobre este envio."
        case "already_reviewed": "Alguém já julgou este caso."
        case "already_banned": "Esse banimento já existe."
        case "entry_changed": "Alguém mudou esta entrada enquanto isso; veja de novo."
        case "rejected_upload": "Este envio foi rejeitado; não pode mais ser mudado."
        default: nil
        }
    }

    private static func requests(_ code: String) -> String? {
        switch code {
        case "not_found": "Não existe, ou não é para você."
        case "no_such_endpoint", "no_such_method", "unknown_field", "repeated_field", "bad_json",
            "bad_id", "bad_parameter":
            "O servidor não entende este pedido: as versões podem não combinar."
        case "body_too_large": "O pedido é maior do que o servidor aceita."
        case "headers_too_large": "O cabeçalho do pedido é grande demais para o servidor."
        case "request_too_slow": "O pedido demorou demais a chegar."
        case "too_many_requests": "Pedidos demais; espere um pouco."
        case "no_session": "Não há sessão sua em um destes torrents."
        case "unknown_key": "A chave destes recibos não é sua, ou já terminou."
        case "replayed_receipts": "Estes recibos já foram aceitos."
        case "stale_receipts": "Estes recibos não são de agora."
        case "database_away":
            "O servidor está sem o banco de dados agora. Nada se perdeu; tente daqui a pouco."
        case "internal": "Algo deu errado no servidor, e ficou registrado lá."
        default: nil
        }
    }

    /// A field that the server did not take. The client checks what is typed before, so that
    /// these are rare; the name of an unknown one is shown.
    private static func invalid(_ field: String) -> String {
        switch field {
        case "username", "name": "Esse nome não serve."
        case "password": "Essa senha não serve: use 8 letras ou mais."
        case "torrent": "Este arquivo torrent não serve."
        case "reason": "Diga o motivo, em uma linha curta."
        case "periods": "Os períodos do registro não conferem."
        case "range": "Esse endereço ou faixa não serve."
        case "prefix": "Esse começo de cliente não serve."
        case "expires_at", "expires_in_days": "O prazo não serve."
        default: "O servidor não aceita o campo “\(field)” assim."
        }
    }
}

extension Objection {
    var phrase: Phrase {
        let portuguese =
            switch self {
            case .lacks(let permission): "Falta a você a permissão \(permission.rawValue)."
            case .notBelowYou: "Você só pode agir sobre quem tem papel de peso menor que o seu."
            case .ownRole: "Ninguém muda o próprio papel."
            case .ownRatio: "Ninguém ajusta a própria proporção."
            case .ownUpload: "Outra pessoa precisa aprovar o que você publicou."
            case .ownAccount: "Você não pode fazer isso com a sua própria conta."
            case .cannotGrant(let permission):
                "Você não pode passar adiante \(permission.rawValue), porque não a tem."
            case .weightNotBelowYours: "Um papel feito por você precisa pesar menos que o seu."
            case .cycle: "Um papel não pode herdar de si mesmo, direta ou indiretamente."
            case .unknownParent: "O papel de que herda não existe."
            case .superAdminIsFixed: "O SuperAdmin pode tudo, sempre; só o nome muda."
            case .lastSuperAdmin: "O último SuperAdmin fica: crie outro antes."
            case .roleInUse(let users):
                Phrase(
                    users,
                    one: Phrase("", "1 membro tem este papel: diga para onde vai."),
                    many: Phrase("", "\(users) membros têm este papel: diga para onde vão.")
                ).said(in: .portuguese)
            case .roleHasChildren(let name): "\(name) herda deste papel: mude isso antes."
            case .ownAddress: "Isto baniria o endereço de onde você pergunta."
            case .loopbackAddress:
                "Isto baniria a máquina em que o servidor roda, e quem vem por ela."
            case .rejectedUpload: "Este envio foi rejeitado; não pode mais ser mudado."
            }
        return Phrase(sentence, portuguese)
    }
}
