import Domain

extension CommunityFailure {
    /// The sentence for people. Servers speak English; what has a known code is said in every
    /// language, and the rest is shown as it came.
    package var phrase: Phrase {
        let known: String? =
            switch code {
            case "wrong_credentials": "O usuário ou a senha não confere."
            case "permission_missing": "Falta a você uma permissão para isso."
            case "name_taken": "Esse nome já está em uso."
            case "invitation_needed": "Esta comunidade recebe por convite: dê o código dele."
            case "wrong_code": "O código está errado, ou já foi usado."
            case "second_factor_needed": "Dê também um código do segundo fator."
            case "second_factor_on": "O segundo fator já está ligado: desligue-o antes."
            case "no_second_factor_begun": "Comece de novo: não há segundo fator por confirmar."
            case "too_many_keys": "Você tem o máximo de chaves: apague uma antes."
            case "registration_closed": "Esta comunidade não aceita inscrições agora."
            case "already_published": "Este torrent já foi publicado aqui."
            case "not_below_you":
                "Você só pode agir sobre quem tem papel de peso menor que o seu."
            case "own_role": "Ninguém muda o próprio papel."
            case "own_ratio": "Ninguém ajusta a própria proporção."
            case "own_upload": "Outra pessoa precisa aprovar o que você publicou."
            case "own_account": "Você não pode fazer isso com a sua própria conta."
            case "weight_not_below_yours": "Um papel feito por você precisa pesar menos que o seu."
            case "last_super_admin": "O último SuperAdmin fica: crie outro antes."
            case "role_cycle": "Um papel não pode herdar de si mesmo."
            case "super_admin_is_fixed": "O SuperAdmin pode tudo, sempre; só o nome muda."
            default:
                switch kind {
                case .unreachable: "A comunidade não responde."
                case .signedOut: "Sua sessão terminou; entre de novo."
                case .missing: "Não existe, ou não é para você."
                case .limited: "Pedidos demais; espere um pouco."
                case .refused, .invalid, .broken: nil
                }
            }
        return Phrase(sentence, known ?? sentence)
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
