/// Hints that differ from their action's own, because of what is under the cursor.
extension Phrase {
    static let close = Phrase("close", "fechar")
    static let toResults = Phrase("to the results", "aos resultados")
    static let showIt = Phrase("show", "mostrar")
    static let resume = Phrase("resume", "retomar")
    static let nextPage = Phrase("next page", "próxima página")
    static let goOn = Phrase("go on", "seguir")
    static let nextGroup = Phrase("next group", "próximo grupo")
    static let liftBan = Phrase("lift ban", "retirar banimento")
}
