extension Phrase {
    static let nothingToUndo = Phrase(
        "There is nothing to undo.", "Não há nada a desfazer.")

    static func undone(_ title: Phrase) -> Phrase {
        Phrase("Undone: \(title.said(in: .english))", "Desfeito: \(title.said(in: .portuguese))")
    }

    static func cannotUndo(_ title: Phrase, instead: Phrase? = nil) -> Phrase {
        func end(_ language: Language) -> String {
            instead.map { "; " + $0.said(in: language) } ?? ""
        }
        return Phrase(
            "\(title.said(in: .english)): this cannot be undone\(end(.english)).",
            "\(title.said(in: .portuguese)): não pode ser desfeito\(end(.portuguese)).")
    }

    static let removeInTransfers = Phrase(
        "remove it in Transfers", "remova em Transferências")

    /// What is taken back, while it is.
    static func undoing(_ title: Phrase) -> Phrase {
        Phrase("undo: \(title.said(in: .english))", "desfazer: \(title.said(in: .portuguese))")
    }

    static let undoMarks = Phrase("marks", "marcas")
    static let undoSort = Phrase("order of the catalog", "ordem do catálogo")
    static let undoRange = Phrase("range of time", "período")
    static func undoColumns(_ table: TableName) -> Phrase { .columnsOf(table.phrase) }

    static let undoTheme = Phrase("theme", "tema")
    static let undoSetting = Phrase("setting of the community", "configuração da comunidade")

    static func undoPause(_ count: Int) -> Phrase {
        Phrase(
            count, one: Phrase("pause of \(count) torrent", "pausa de \(count) torrent"),
            many: Phrase("pause of \(count) torrents", "pausa de \(count) torrents"))
    }

    static func undoResume(_ count: Int) -> Phrase {
        Phrase(
            count, one: Phrase("resuming \(count) torrent", "retomada de \(count) torrent"),
            many: Phrase("resuming \(count) torrents", "retomada de \(count) torrents"))
    }

    static func undoRemoval(_ count: Int) -> Phrase {
        Phrase(
            count, one: Phrase("removal of \(count) torrent", "remoção de \(count) torrent"),
            many: Phrase("removal of \(count) torrents", "remoção de \(count) torrents"))
    }

    static func undoRole(_ name: String) -> Phrase {
        Phrase("role of \(name)", "papel de \(name)")
    }

    static func undoBan(_ name: String) -> Phrase {
        Phrase("ban of \(name)", "banimento de \(name)")
    }

    static func undoUnban(_ name: String) -> Phrase {
        Phrase("end of the ban of \(name)", "fim do banimento de \(name)")
    }

    /// What a batch did.
    static func undoBatch(_ act: StagedAct, _ count: Int) -> Phrase {
        let verb = doIt(act)
        return Phrase(
            "\(verb.said(in: .english)) (\(count))", "\(verb.said(in: .portuguese)) (\(count))")
    }

    static func irrevocable(_ action: Action, _ what: String? = nil) -> Phrase {
        let end = what.map { ": \($0)" } ?? ""
        return Phrase(
            action.hint.said(in: .english) + end, action.hint.said(in: .portuguese) + end)
    }
}
