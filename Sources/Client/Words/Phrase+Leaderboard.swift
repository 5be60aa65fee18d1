import API

extension Phrase {
    static let leaderboard = Phrase("Leaderboard", "Classificação")
    static let nobodyGave = Phrase(
        "Nobody gave anything yet. Who seeds first stands here first.",
        "Ninguém enviou nada ainda. Quem semear primeiro aparece primeiro.")
}

extension LeaderboardOrder {
    var phrase: Phrase {
        switch self {
        case .uploaded: Phrase("by upload", "por envio")
        case .ratio: Phrase("by ratio", "por proporção")
        }
    }
}
