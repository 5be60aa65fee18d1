extension Tab {
    var title: Phrase {
        switch self {
        case .catalog: .catalog
        case .transfers: .transfers
        case .ratio: .ratio
        case .admin: .admin
        case .activity: .activity
        }
    }
}

extension KeyContext {
    /// The place as help and reasons name it.
    var title: Phrase {
        switch self {
        case .always, .everywhere: .everywhere
        case .lists: .inLists
        case .signIn, .waiting: .signInTitle
        case .catalog: .catalog
        case .searching, .proposal: Phrase("Search", "Busca")
        case .suggesting, .suggestion: Phrase("Suggestions", "Sugestões")
        case .facets: .narrowTitle
        case .entry: .detail
        case .marks: Phrase("Marks", "Marcas")
        case .transfers: .transfers
        case .ratio: .ratio
        case .activity: .activity
        case .adminMenu, .admin: .admin
        case .users: AdminSection.users.title
        case .roles: AdminSection.roles.title
        case .approvals: AdminSection.approvals.title
        case .evidence: AdminSection.evidence.title
        case .bans: AdminSection.bans.title
        case .invitations: AdminSection.invitations.title
        case .settings: AdminSection.settings.title
        case .audit: AdminSection.audit.title
        case .account: Action.openAccount.title
        case .ownAccount: AccountSection.oneself.title
        case .ownSessions: AccountSection.sessions.title
        case .ownKeys: AccountSection.keys.title
        case .once: Phrase("Shown once", "Mostrado uma vez")
        case .form, .roleForm: Phrase("Form", "Formulário")
        case .picker: Phrase("Choice", "Escolha")
        case .palette: .commands
        case .help: .help
        case .question: Phrase("Question", "Pergunta")
        case .staged: Phrase("Preview", "Prévia")
        case .notice: Phrase("Notice", "Aviso")
        case .member: Phrase("Member", "Membro")
        case .auditEntry: Phrase("Entry", "Registro")
        case .menu: Phrase("Menu", "Menu")
        case .columns: Phrase("Columns", "Colunas")
        }
    }
}

extension Action {
    /// What help and the palette call it.
    package var title: Phrase { words.0 }
    /// A word or two for the status line.
    package var hint: Phrase { words.1 }

    private var words: (Phrase, Phrase) {
        switch self {
        case .openCatalog: same("Open Catalog", "Abrir Catálogo")
        case .openTransfers: same("Open Transfers", "Abrir Transferências")
        case .openRatio: same("Open Ratio", "Abrir Proporção")
        case .openAdmin: same("Open Admin", "Abrir Administração")
        case .openActivity: same("Open Activity", "Abrir Atividade")
        case .focusNext: pair("To the next pane", "Ao próximo painel", "pane", "painel")
        case .focusPrevious: pair("To the pane before", "Ao painel anterior", "pane", "painel")
        case .openPalette:
            pair("All commands by name…", "Todos os comandos…", "commands", "comandos")
        case .openHelp: pair("Keys for where you are", "Teclas de onde você está", "help", "ajuda")
        case .openAccount: pair("Your account", "Sua conta", "account", "conta")
        case .showAnnounceURL:
            pair(
                "Show or hide the announce URL", "Mostrar ou esconder a URL de anúncio", "URL",
                "URL")
        case .copyAnnounceURL:
            pair("Copy the announce URL", "Copiar a URL de anúncio", "copy URL", "copiar URL")
        case .resetPasskey:
            pair("Replace the passkey…", "Trocar a passkey…", "new passkey", "nova passkey")
        case .toggleSecondFactor:
            pair(
                "Second factor on or off…", "Ligar ou desligar o segundo fator…",
                "second factor", "segundo fator")
        case .endSession: pair("End this session…", "Encerrar esta sessão…", "end", "encerrar")
        case .endOtherSessions:
            pair(
                "End all my other sessions…", "Encerrar minhas outras sessões…", "end others",
                "encerrar outras")
        case .newAPIKey:
            pair("New key for scripts…", "Nova chave para scripts…", "new", "nova")
        case .deleteAPIKey: pair("Delete this key…", "Apagar esta chave…", "delete", "apagar")
        case .copyShown: pair("Copy it", "Copiar", "copy", "copiar")
        case .enlargePane:
            pair("Enlarge this pane", "Ampliar este painel", "larger", "ampliar")
        case .reducePane:
            pair("Reduce this pane", "Reduzir este painel", "smaller", "reduzir")
        case .openColumns: pair("Choose columns…", "Escolher colunas…", "columns", "colunas")
        case .toggleColumn:
            pair("Show or hide the column", "Mostrar ou esconder a coluna", "show", "mostrar")
        case .columnUp: same("Column further left", "Coluna mais à esquerda")
        case .columnDown:
            pair("Column further right", "Coluna mais à direita", "move", "mover")
        case .widenColumn: pair("Wider column", "Coluna mais larga", "wider", "alargar")
        case .narrowColumn:
            pair("Narrower column", "Coluna mais estreita", "narrower", "estreitar")
        case .standardColumns:
            pair("Standard columns", "Colunas padrão", "standard", "padrão")
        case .limitEverything:
            pair("Limit everything…", "Limitar tudo…", "limits", "limites")
        case .openThemes: pair("Choose a theme…", "Escolher um tema…", "themes", "temas")
        case .changePassword: same("Change your password…", "Trocar sua senha…")
        case .signOut: same("Sign out", "Sair da conta")
        case .undo:
            pair("Undo the last act", "Desfazer a última ação", "undo", "desfazer")
        case .goBack: pair("Back", "Voltar", "back", "voltar")
        case .redraw: same("Draw the screen anew", "Redesenhar a tela")
        case .suspend: same("Suspend to the shell", "Suspender para o shell")
        case .quit: pair("Quit Enxame", "Sair do Enxame", "quit", "sair")

        case .moveUp: same("Up", "Acima")
        case .moveDown: pair("Down", "Abaixo", "move", "mover")
        case .halfPageUp: same("Half a page up", "Meia página acima")
        case .halfPageDown: same("Half a page down", "Meia página abaixo")
        case .pageUp: same("A page up", "Uma página acima")
        case .pageDown: same("A page down", "Uma página abaixo")
        case .moveFirst: same("To the first row", "À primeira linha")
        case .moveLast: same("To the last row", "À última linha")
        case .rowToTop: pair("This row to the top", "Esta linha no topo", "top", "topo")
        case .rowToMiddle:
            pair("This row to the middle", "Esta linha no meio", "middle", "meio")
        case .rowToBottom:
            pair("This row to the bottom", "Esta linha embaixo", "bottom", "embaixo")
        case .copyTitle: pair("Copy the title", "Copiar o título", "copy title", "copiar título")
        case .copyHash:
            pair("Copy the info-hash", "Copiar o info-hash", "copy hash", "copiar hash")

        case .download: pair("Download this entry", "Baixar esta entrada", "download", "baixar")
        case .startSearch: pair("Search the catalog", "Buscar no catálogo", "search", "buscar")
        case .clearSearch: pair("Clear the search", "Limpar a busca", "clear", "limpar")
        case .narrowSearch:
            pair("Narrow the search…", "Refinar a busca…", "narrow", "refinar")
        case .takeProposal:
            pair(
                "Search what was meant", "Buscar o que se quis dizer", "search that", "buscar isso")
        case .nextSuggestion:
            pair("Next suggestion", "Próxima sugestão", "suggestions", "sugestões")
        case .previousSuggestion: same("Suggestion before", "Sugestão anterior")
        case .takeSuggestion: pair("Take this suggestion", "Usar esta sugestão", "take", "usar")
        case .closeSuggestions:
            pair("Close the suggestions", "Fechar as sugestões", "close", "fechar")
        case .changeSort: pair("Sort by something else", "Mudar a ordenação", "sort", "ordenar")
        case .showDetail:
            pair("Open the detail", "Abrir os detalhes", "open", "abrir")
        case .deleteEntry: same("Delete from the catalog…", "Apagar do catálogo…")

        case .togglePause: pair("Pause or resume", "Pausar ou retomar", "pause", "pausar")
        case .removeTransfer:
            pair("Remove from the list…", "Remover da lista…", "remove", "remover")
        case .removeWithData: same("Remove and delete the files…", "Remover e apagar os arquivos…")
        case .openFile:
            pair(
                "Open in the desktop's viewer", "Abrir no visualizador do desktop", "open", "abrir")
        case .toggleMark: pair("Mark and move on", "Marcar e seguir", "mark", "marcar")
        case .markRange:
            pair(
                "Mark a range, or end it", "Marcar um intervalo, ou encerrá-lo", "range",
                "intervalo")
        case .nextHit:
            pair("Next hit of the search", "Próximo resultado da busca", "next hit", "próximo")
        case .previousHit: same("Hit before", "Resultado anterior")
        case .invertMarks: same("Invert the marks", "Inverter as marcas")
        case .showTransfer: same("Show in Transfers", "Mostrar em Transferências")

        case .shorterRange: pair("A shorter time", "Um período menor", "shorter", "menor")
        case .longerRange: pair("A longer time", "Um período maior", "longer", "maior")
        case .pickUser:
            pair("Somebody else's ratio…", "Proporção de outra pessoa…", "user", "usuário")
        case .showMine: pair("Your own ratio", "Sua própria proporção", "mine", "minha")
        case .switchBoard:
            pair(
                "Leaderboard, or by torrent", "Classificação ou por torrent", "leaderboard",
                "classificação")
        case .orderBoard:
            pair(
                "Leaderboard by upload or by ratio", "Classificação por envio ou por proporção",
                "order", "ordem")
        case .showLeader:
            pair("The ratio of this member", "A proporção deste membro", "ratio", "proporção")

        case .enterSection: pair("Into the section", "Entrar na seção", "enter", "entrar")
        case .nextSection: same("Next section", "Próxima seção")
        case .previousSection: pair("Section before", "Seção anterior", "sections", "seções")
        case .newRole: pair("New role…", "Novo papel…", "new", "novo")
        case .editRole: pair("Edit this role…", "Editar este papel…", "edit", "editar")
        case .deleteRole: pair("Delete this role…", "Apagar este papel…", "delete", "apagar")
        case .changeUserRole: pair("Give another role…", "Dar outro papel…", "role", "papel")
        case .adjustRatio: pair("Adjust the ratio…", "Ajustar a proporção…", "adjust", "ajustar")
        case .toggleBan:
            pair("Ban, or lift the ban…", "Banir ou retirar o banimento…", "ban", "banir")
        case .newMember: pair("New member…", "Novo membro…", "new", "novo")
        case .searchUsers: pair("Search members", "Buscar membros", "search", "buscar")
        case .showMember:
            pair("Profile and notes…", "Perfil e anotações…", "profile", "perfil")
        case .deleteMember:
            pair("Delete this account…", "Apagar esta conta…", "delete", "apagar")
        case .removeMembersSecondFactor:
            same("Take off the second factor…", "Retirar o segundo fator…")
        case .addNote:
            pair(
                "Write a note on this member…", "Anotar sobre este membro…", "write a note",
                "anotar")
        case .deleteNote:
            pair("Delete this note…", "Apagar esta anotação…", "delete note", "apagar anotação")
        case .switchEvidence:
            pair(
                "Open cases or judged ones", "Casos abertos ou julgados", "open/judged",
                "abertos/julgados")
        case .dismissEvidence:
            pair("Dismiss this case…", "Arquivar este caso…", "dismiss", "arquivar")
        case .confirmEvidence:
            pair("Confirm this case…", "Confirmar este caso…", "confirm", "confirmar")
        case .switchBans:
            pair(
                "Banned addresses or banned clients", "Endereços ou clientes banidos",
                "addresses/clients", "endereços/clientes")
        case .newBan: pair("New ban…", "Novo banimento…", "new", "novo")
        case .liftBan: pair("Lift this ban…", "Retirar este banimento…", "lift", "retirar")
        case .newInvitation: pair("Invite a newcomer…", "Convidar alguém…", "invite", "convidar")
        case .withdrawInvitation:
            pair(
                "Withdraw this invitation…", "Retirar este convite…", "withdraw", "retirar")
        case .searchAudit:
            pair("Search the audit log", "Buscar na auditoria", "search", "buscar")
        case .filterAudit:
            pair(
                "Filter by actor, act and time…", "Filtrar por autor, ato e período…", "filter",
                "filtrar")
        case .clearAuditFilter:
            pair("The whole audit log", "A auditoria inteira", "show all", "tudo")
        case .showAuditEntry:
            pair("The whole entry", "O registro inteiro", "details", "detalhes")
        case .approve: pair("Approve this upload", "Aprovar este envio", "approve", "aprovar")
        case .reject: pair("Reject this upload…", "Rejeitar este envio…", "reject", "rejeitar")
        case .sendBack:
            pair(
                "Send this upload back for changes…", "Devolver este envio para mudanças…",
                "send back", "devolver")
        case .editSetting:
            pair("Change this setting…", "Mudar esta configuração…", "change", "mudar")

        case .forgetServer:
            pair("Forget this community", "Esquecer esta comunidade", "forget", "esquecer")
        case .activate: pair("Choose", "Escolher", "choose", "escolher")
        case .nextStop: pair("Next field", "Próximo campo", "next", "próximo")
        case .previousStop: same("Field before", "Campo anterior")
        case .nextChoice: same("Next choice", "Próxima opção")
        case .previousChoice: same("Choice before", "Opção anterior")
        case .flip: pair("Grant or deny", "Conceder ou negar", "grant/deny", "conceder/negar")
        case .save: pair("Save", "Salvar", "save", "salvar")
        case .confirm: same("Yes", "Sim")
        case .dismiss: pair("Close", "Fechar", "cancel", "cancelar")
        }
    }

    private func same(_ english: String, _ portuguese: String) -> (Phrase, Phrase) {
        (Phrase(english, portuguese), Phrase(english.lowercased(), portuguese.lowercased()))
    }

    private func pair(
        _ english: String, _ portuguese: String, _ hint: String, _ dica: String
    ) -> (Phrase, Phrase) {
        (Phrase(english, portuguese), Phrase(hint, dica))
    }
}
