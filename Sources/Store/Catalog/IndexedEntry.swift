import Domain

/// What the index keeps of an entry of the catalog.
struct IndexedEntry {
    let id: CatalogID
    let tags: [String]
    /// How many words the title has: of two titles with the same words the shorter says more.
    let titleWords: Int
    /// All tokens, with a space on either side of each.
    let words: String
    /// Words of the title and the tags, each once: what typing errors are compared with.
    let vocabulary: Set<String>

    init(
        id: CatalogID, title: String, description: String, tags: [String], kind: FileKind,
        size: ByteCount, uploader: UserID
    ) {
        self.id = id
        self.tags = tags
        let titleWords = SearchWords.of(title)
        let tagWords = tags.map { SearchWords.of($0) }
        self.titleWords = titleWords.count
        vocabulary = Set(titleWords).union(tagWords.joined())

        var tokens = titleWords.map(IndexToken.titleWord) + [IndexToken.end]
        for part in [titleWords] + tagWords + [SearchWords.of(description)] {
            tokens += part.map(IndexToken.word)
            tokens.append(IndexToken.end)
        }
        tokens += tags.compactMap(IndexToken.tag)
        tokens += IndexToken.sizes(size)
        tokens += [IndexToken.kind(kind), IndexToken.uploader(uploader), IndexToken.every]
        words = " " + tokens.joined(separator: " ") + " "
    }

    /// From a row with the columns of `selection`.
    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), title: try row.text("title"),
            description: try row.text("description"),
            tags: try row.text("tags").split(separator: ",").map(String.init),
            kind: FileKind(rawValue: try row.text("kind")) ?? .other, size: try row.bytes("size"),
            uploader: try row.id("uploader_id"))
    }

    static let selection = """
        select c.id, c.kind, c.size, c.uploader_id, p.title, p.description, p.tags
        from catalog c join catalog_page p on p.catalog_id = c.id
        """
}
