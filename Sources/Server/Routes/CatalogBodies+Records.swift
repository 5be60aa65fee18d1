import API
import Domain
import Service
import Tracker

// Records of the catalog as the API shows them.

extension CatalogPage {
    init(
        _ finds: Finds, similar: [CatalogID: [CatalogID]] = [:],
        held: [CatalogID: HeldTerms] = [:]
    ) {
        let page = finds.page
        self.init(
            items: page.entries.map {
                CatalogSummary(
                    $0, snippet: Snippet.of($0.description, finds.query), similar: similar[$0.id],
                    held: held[$0.id])
            },
            nextCursor: page.next?.text, total: page.total, totalIsCapped: page.isCapped,
            didYouMean: finds.didYouMean)
    }
}

extension CatalogSummary {
    init(
        _ entry: EntryRecord, snippet: [TextRun]? = nil, similar: [CatalogID]? = nil,
        held: HeldTerms? = nil
    ) {
        self.init(
            id: entry.id, title: entry.title, kind: entry.kind, size: entry.size,
            fileCount: entry.fileCount, tags: entry.tags,
            uploader: entry.uploaderIsGone
                ? CatalogSummary.deletedMember : entry.uploader.rawValue,
            minRoleWeight: entry.minRoleWeight, status: entry.status, infoHash: entry.infoHash,
            createdAt: entry.createdAt, seeders: entry.seeders, leechers: entry.leechers,
            completed: entry.completed, snippet: snippet, similar: similar,
            uploadPercent: held?.terms.uploadPercent, downloadPercent: held?.terms.downloadPercent,
            termsUntil: held?.until)
    }
}

extension CatalogFacets {
    init(_ facets: EntryFacets) {
        self.init(
            types: facets.kinds.map {
                Bucket(value: $0.value.rawValue, count: $0.count, term: "type:\($0.value.rawValue)")
            },
            tags: facets.tags.map {
                Bucket(value: $0.value, count: $0.count, term: "tag:\($0.value)")
            },
            sizes: facets.sizes.map {
                Bucket(value: $0.value.rawValue, count: $0.count, term: $0.value.term)
            },
            ages: facets.ages.map {
                Bucket(value: $0.value.rawValue, count: $0.count, term: $0.value.term)
            },
            total: facets.total, totalIsCapped: facets.isCapped)
    }
}

extension EntryCursor {
    var text: String { "\(key)_\(id)" }

    init(text: String) throws {
        let parts = text.split(separator: "_")
        guard parts.count == 2, let key = Double(parts[0]), key.isFinite, let id = Int64(parts[1])
        else {
            throw QueryProblem(parameter: "cursor", expected: "the next_cursor of a page before")
        }
        self.init(key: key, id: CatalogID(id))
    }
}
