import API
import Domain

extension Phrase {
    // MARK: columns
    static let title = Phrase("Title", "Título")
    static let type = Phrase("Type", "Tipo")
    static let size = Phrase("Size", "Tamanho")
    static let swarm = Phrase("Swarm", "Enxame")
    static let age = Phrase("Age", "Idade")
    static let audience = Phrase("For", "Para")
    static let everybody = Phrase("all", "todos")

    // MARK: searching
    static let searchPlaceholder = Phrase(
        "search: words  \"a phrase\"  -not  tag:  type:  by:  size>1G  age<7d  seeds>0",
        "busca: palavras  \"uma frase\"  -não  tag:  type:  by:  size>1G  age<7d  seeds>0")
    static let catalogEmpty = Phrase(
        "The catalog is empty. `enxame seed` publishes the first file.",
        "O catálogo está vazio. `enxame seed` publica o primeiro arquivo.")
    static let mayNotReadCatalog = Phrase(
        "Your role may not read the catalog.", "Seu papel não pode ler o catálogo.")

    // MARK: detail
    static let detail = Phrase("Detail", "Detalhes")
    static let tags = Phrase("tags", "tags")
    static let by = Phrase("by", "por")
    static let forWhom = Phrase("for", "para")
    static let state = Phrase("here", "aqui")
    static let files = Phrase("Files", "Arquivos")
    static let gettingTorrent = Phrase("asking for the torrent…", "pedindo o torrent…")
    static let isHere = Phrase("all of it is here", "tudo já está aqui")

    static func seeders(_ count: Int, _ text: String) -> Phrase {
        Phrase(
            count, one: Phrase("\(text) seeder", "\(text) semeador"),
            many: Phrase("\(text) seeders", "\(text) semeadores"))
    }

    static func leechers(_ count: Int, _ text: String) -> Phrase {
        Phrase(
            count, one: Phrase("\(text) leecher", "\(text) sugador"),
            many: Phrase("\(text) leechers", "\(text) sugadores"))
    }

    static func sizeInFiles(_ size: String, _ count: Int) -> Phrase {
        Phrase(
            count, one: Phrase("\(size) in \(count) file", "\(size) em \(count) arquivo"),
            many: Phrase("\(size) in \(count) files", "\(size) em \(count) arquivos"))
    }

    static func andUp(_ role: String) -> Phrase {
        Phrase("\(role) and above", "\(role) e acima")
    }

    static func moreFiles(_ count: Int) -> Phrase {
        Phrase("and \(count) more", "e mais \(count)")
    }

    static func keptSince(_ moment: String) -> Phrase {
        Phrase(
            "Nobody answers. This is what was seen here, last at \(moment).",
            "Ninguém responde. Isto é o que foi visto aqui da última vez: \(moment).")
    }

    static let nothingKept = Phrase(
        "Nothing that was seen here before answers this search.",
        "Nada do que já foi visto aqui corresponde a esta busca.")

    // MARK: what happened
    static func downloadBegins(_ title: String) -> Phrase {
        Phrase("Downloading \(title)", "Baixando \(title)")
    }

    static let entryDeleted = Phrase(
        "The entry is gone from the catalog.", "A entrada saiu do catálogo.")

    static func uploadWaits(_ title: String) -> Phrase {
        Phrase("\(title) waits for approval.", "\(title) aguarda aprovação.")
    }

    static func isInCatalog(_ title: String) -> Phrase {
        Phrase("\(title) is in the catalog.", "\(title) está no catálogo.")
    }

    static func wasRejected(_ title: String, reason: String) -> Phrase {
        let why = reason.isEmpty ? "" : ": \(reason)"
        return Phrase("\(title) was rejected\(why)", "\(title) foi rejeitado\(why)")
    }

    static func wasSentBack(_ title: String, reason: String) -> Phrase {
        let why = reason.isEmpty ? "" : ": \(reason)"
        return Phrase(
            "\(title) was sent back for changes\(why)",
            "\(title) foi devolvido para mudanças\(why)")
    }

    /// To somebody who seeds or downloads it.
    static func torrentWasDeleted(_ title: String, reason: String) -> Phrase {
        let why = reason.isEmpty ? "" : ": \(reason)"
        return Phrase(
            "\(title) was deleted by the staff\(why)", "\(title) foi apagado pela equipe\(why)")
    }

    /// Before the numbers of other entries.
    static let sameFiles = Phrase("same files", "mesmos arquivos")

    static func wasDeleted(_ title: String) -> Phrase {
        Phrase("\(title) was deleted.", "\(title) foi apagado.")
    }

    // MARK: why not
    static let noSearch = Phrase("nothing is searched for", "não há busca")
}

extension CatalogSort {
    var phrase: Phrase {
        switch self {
        case .relevance: Phrase("relevance", "relevância")
        case .newest: Phrase("newest", "mais novos")
        case .seeders: Phrase("seeders", "semeadores")
        case .size: Phrase("size", "tamanho")
        }
    }
}

extension FileKind {
    var phrase: Phrase {
        switch self {
        case .video: Phrase("video", "vídeo")
        case .image: Phrase("image", "imagem")
        case .pdf: Phrase("pdf", "pdf")
        case .audio: Phrase("audio", "áudio")
        case .archive: Phrase("archive", "pacote")
        case .text: Phrase("text", "texto")
        case .other: Phrase("other", "outro")
        }
    }
}
