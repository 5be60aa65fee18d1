extension Phrase {
    // MARK: the preview

    /// `Remove 12 torrents and delete their files?`
    static func staged(_ act: StagedAct, _ count: Int) -> Phrase {
        let (one, many) = stagedNouns(act)
        let what = Phrase(count, one: one, many: many)
        let verb = doIt(act)
        let (english, portuguese) = (what.said(in: .english), what.said(in: .portuguese))
        return Phrase(
            "\(verb.said(in: .english).capitalizedFirst): \(count) \(english)?",
            "\(verb.said(in: .portuguese).capitalizedFirst): \(count) \(portuguese)?")
    }

    /// What the act does, as a verb.
    static func doIt(_ act: StagedAct) -> Phrase {
        switch act {
        case .download: Action.download.hint
        case .pause: Phrase("pause", "pausar")
        case .resume: .resume
        case .remove(false): .removeFromList
        case .remove(true): .deleteFiles
        case .deleteEntries: Phrase("delete from the catalog", "apagar do catálogo")
        case .approve: Action.approve.hint
        case .reject: Action.reject.hint
        case .sendBack: Action.sendBack.hint
        case .ban: Action.toggleBan.hint
        case .unban, .liftBans: .liftBan
        case .giveRole(_, let name):
            Phrase("make them \(name)", "dar o papel \(name)")
        case .withdraw: .withdraw
        case .undo(let title): .undoing(title)
        }
    }

    private static func stagedNouns(_ act: StagedAct) -> (one: Phrase, many: Phrase) {
        switch act {
        case .download, .deleteEntries:
            (Phrase("entry", "entrada"), Phrase("entries", "entradas"))
        case .pause, .resume, .remove, .undo:
            (Phrase("torrent", "torrent"), Phrase("torrents", "torrents"))
        case .approve, .reject, .sendBack:
            (Phrase("upload", "envio"), Phrase("uploads", "envios"))
        case .ban, .unban, .giveRole:
            (Phrase("member", "membro"), Phrase("members", "membros"))
        case .withdraw: (Phrase("invitation", "convite"), Phrase("invitations", "convites"))
        case .liftBans: (Phrase("ban", "banimento"), Phrase("bans", "banimentos"))
        }
    }

    static func roleOfMarked(_ count: Int) -> Phrase {
        Phrase(
            count, one: Phrase("Role of \(count) member", "Papel de \(count) membro"),
            many: Phrase("Role of \(count) members", "Papel de \(count) membros"))
    }

    static let nothingToDo = Phrase(
        "Nothing of what is marked can be done.", "Nada do que está marcado pode ser feito.")

    static func comesTo(_ size: String) -> Phrase { Phrase("\(size) in all", "\(size) ao todo") }

    static func diskIsShort(_ free: String) -> Phrase {
        Phrase(
            "More than the \(free) free on this disk.", "Mais do que os \(free) livres neste disco."
        )
    }

    /// - Parameter hours: until the last of them is seeded enough.
    static func stillOwed(_ count: Int, _ hours: Int, until end: String) -> Phrase {
        Phrase(
            count,
            one: Phrase(
                "\(count) still owes seeding: \(hours) h, until \(end)",
                "\(count) ainda deve semear: \(hours) h, até \(end)"),
            many: Phrase(
                "\(count) still owe seeding: \(hours) h for the longest, until \(end)",
                "\(count) ainda devem semear: \(hours) h no mais longo, até \(end)"))
    }

    static func leftOut(_ count: Int) -> Phrase {
        Phrase(
            count, one: Phrase("\(count) is left out:", "\(count) fica de fora:"),
            many: Phrase("\(count) are left out:", "\(count) ficam de fora:"))
    }

    // MARK: why one is left out

    static let notListedNow = Phrase("not in the list any more", "não está mais na lista")
    static let isInTransfers = Phrase(
        "is in Transfers already", "já está em Transferências")
    static let isBegun = Phrase("is being fetched", "já está sendo baixado")
    static let standsStill = Phrase("stands still already", "já está pausado")
    static let runsAlready = Phrase("runs already", "já está ativo")
    static let isBannedAlready = Phrase("is banned already", "já está banido")
    static let isNotBanned = Phrase("is not banned", "não está banido")
    static let batchRuns = Phrase(
        "the one before is still under way", "o anterior ainda está em curso")

    // MARK: how it goes

    static func batchAt(_ act: StagedAct, _ place: Int, of count: Int) -> Phrase {
        let verb = doIt(act)
        return Phrase(
            "\(verb.said(in: .english)): \(place) of \(count)",
            "\(verb.said(in: .portuguese)): \(place) de \(count)")
    }

    static func batchDone(_ act: StagedAct, _ count: Int) -> Phrase {
        let verb = doIt(act)
        let done = Phrase(
            count, one: Phrase("\(count) done.", "\(count) pronto."),
            many: Phrase("\(count) done.", "\(count) prontos."))
        return Phrase(
            "\(verb.said(in: .english).capitalizedFirst): \(done.said(in: .english))",
            "\(verb.said(in: .portuguese).capitalizedFirst): \(done.said(in: .portuguese))")
    }

    static func batchFailed(_ title: String, _ reason: Phrase) -> Phrase {
        Phrase(
            "\(title): \(reason.said(in: .english))", "\(title): \(reason.said(in: .portuguese))")
    }

    static func batchPartly(
        _ act: StagedAct, _ done: Int, _ first: Batch.Failed, more: Int
    ) -> Phrase {
        let verb = doIt(act)
        let rest = more == 0 ? "" : " (+\(more))"
        let why = batchFailed(first.title, first.reason)
        return Phrase(
            "\(verb.said(in: .english).capitalizedFirst): \(done) done, \(more + 1) not: "
                + why.said(in: .english) + rest,
            "\(verb.said(in: .portuguese).capitalizedFirst): \(done) ok, \(more + 1) não: "
                + why.said(in: .portuguese) + rest)
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
