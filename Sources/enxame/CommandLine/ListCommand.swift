import API
import APIClient
import ArgumentParser
import Cells

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the catalog, newest first.")

    @OptionGroup var common: CommonFlags

    @Option(help: "How many at the most, 1 to 200.")
    var limit = 50

    @Option(help: "newest, seeders or size.")
    var sort = "newest"

    func run() async throws {
        try await CatalogListing(common: common, limit: limit).show("", sort: sort)
    }
}

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search the catalog; accents and case do not matter.")

    @OptionGroup var common: CommonFlags

    @Option(help: "What to search for.")
    var q: String?

    @Argument(help: "What to search for.")
    var words: [String] = []

    @Option(help: "How many at the most, 1 to 200.")
    var limit = 50

    @Option(help: "relevance, newest, seeders or size.")
    var sort = "relevance"

    func run() async throws {
        let text = ([q].compactMap(\.self) + words).joined(separator: " ")
        guard !text.isEmpty else { throw ValidationError("Say what to search for.") }
        try await CatalogListing(common: common, limit: limit).show(text, sort: sort)
    }
}

/// What `list` and `search` have in common.
private struct CatalogListing {
    let common: CommonFlags
    let limit: Int

    func show(_ text: String, sort: String) async throws {
        guard PageQuery.limits.contains(limit) else {
            throw ValidationError("--limit is a number from 1 to 200.")
        }
        guard let sort = CatalogSort(rawValue: sort) else {
            throw ValidationError("--sort is one of relevance, newest, seeders, size.")
        }
        try await reporting {
            let query = CatalogQuery(q: text, sort: sort, page: PageQuery(limit: limit))
            let page = try await common.client().call(Endpoints.catalog, query: query)
            if common.json { return try Console.json(page) }
            guard !page.items.isEmpty else {
                Console.error(text.isEmpty ? "The catalog is empty." : "Nothing found.")
                if let meant = page.didYouMean {
                    Console.error("Did you mean: \(meant.cleanedForScreen)")
                }
                return
            }
            for line in CatalogTable.lines(page.items, width: Console.width) {
                try Console.line(line)
            }
            if let total = page.total, total > page.items.count || page.totalIsCapped {
                let all = "\(total)\(page.totalIsCapped ? "+" : "")"
                Console.error("\(page.items.count) of \(all); --limit shows more.")
            }
        }
    }
}
