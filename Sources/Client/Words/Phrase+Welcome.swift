extension Phrase {
    static let shownAround = Phrase("Welcome", "Boas-vindas")
    static let welcomeSearch = Phrase("Search, and download", "Buscar, e baixar")
    static let welcomeTransfers = Phrase(
        "What is under way, and your ratio", "O que está em curso, e sua proporção")
    static let welcomePalette = Phrase("Every command by name", "Todo comando pelo nome")
    static let welcomeHelp = Phrase("The keys for where you are", "As teclas de onde você está")
    static let welcomeEnd = Phrase("⏎ to the catalog", "⏎ ao catálogo")
    static let welcomeLook = Phrase("Another look, and the way out", "Outra aparência, e a saída")
}
