import Domain

extension Permission {
    /// What it allows, in words.
    var phrase: Phrase {
        let portuguese =
            switch self {
            case .catalogRead: "Buscar e abrir o catálogo, e baixar dele"
            case .catalogPublish: "Publicar no catálogo; a equipe aprova antes"
            case .catalogPublishUnmoderated: "Publicar sem esperar aprovação"
            case .catalogEdit: "Editar o que outros publicaram no catálogo"
            case .catalogDelete: "Apagar do catálogo"
            case .uploadsApprove: "Aprovar ou rejeitar o que outros publicaram"
            case .usersRead: "Ver os membros e seus perfis"
            case .usersManage: "Criar membros e mudar seus papéis"
            case .usersBan: "Banir membros e retirar banimentos"
            case .usersInvite: "Convidar novatos"
            case .ratioAdjust: "Ajustar proporções e o que torrents contam, com motivo"
            case .rolesManage: "Criar, mudar e apagar papéis"
            case .settingsManage: "Mudar as configurações da comunidade"
            case .auditRead: "Ler quem fez o quê a quem, quando e por quê"
            case .statsRead: "Ver a proporção e o histórico de qualquer pessoa"
            case .evidenceReview: "Ver e julgar o que pesa contra os contadores dos membros"
            }
        return Phrase(meaning, portuguese)
    }
}
