import API
import Bencoding
import Domain
import Foundation
import Hummingbird
import Service

/// The catalog and what the staff decides about it.
struct CatalogRoutes {
    /// A .torrent of 10 MB in base64, and the words around it.
    private static let publishLimit = 15 << 20

    let site: Site
    let announceURL: @Sendable (Passkey) -> String

    func mount(on router: EndpointRouter) {
        mountReading(on: router)
        mountWriting(on: router)
    }

    private func mountReading(on router: EndpointRouter) {
        let (catalog, announceURL, detail) = (site.catalog, announceURL, detail)
        let terms = site.terms
        router.permitted(Endpoints.catalog) { call, caller in
            let query = call.query
            let finds = try await catalog.search(
                query.q, order: EntryOrder(query.sort), status: query.status,
                after: try query.page.cursor.map(EntryCursor.init(text:)), limit: query.page.limit,
                for: caller.actor)
            let ids = finds.page.entries.map(\.id)
            let held = try await terms.held(of: ids)
            // What is approved was looked at already, and lists of it are asked at each key press.
            guard query.status != .approved else { return CatalogPage(finds, held: held) }
            return CatalogPage(
                finds, similar: try await catalog.similar(to: ids, for: caller.actor), held: held)
        }
        router.permitted(Endpoints.catalogFacets) { call, caller in
            CatalogFacets(
                try await catalog.facets(call.query.q, status: call.query.status, for: caller.actor)
            )
        }
        router.permitted(Endpoints.catalogSuggestions) { call, caller in
            let found = try await catalog.suggestions(
                call.query.q, limit: call.query.limit, for: caller.actor)
            return CatalogSuggestions(
                tags: found.tags,
                titles: found.entries.map { CatalogSuggestions.Title(id: $0.id, title: $0.title) })
        }
        router.permitted(Endpoints.catalogEntry) { call, caller in
            try await detail(
                try await catalog.entry(call.id(), for: caller.actor), caller.actor)
        }
        router.permittedRaw(Endpoints.torrentFile) { call, caller in
            let torrent = try await catalog.torrent(of: call.id(), for: caller.actor)
            let bytes = TorrentFileWriter.bytes(
                info: torrent.info, announce: announceURL(caller.account.passkey),
                pieceLayers: torrent.pieceLayers)
            return Response(
                status: .ok, headers: [.contentType: "application/x-bittorrent"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }

    private func mountWriting(on router: EndpointRouter) {
        let (catalog, settings, announcer) = (site.catalog, site.settings, site.announcer)
        let detail = detail
        // Who announces it is answered by the new state of it from here on, and who may see it no
        // more leaves its swarm.
        let decided: @Sendable (EntryRecord, Actor) async throws -> CatalogDetail = {
            entry, actor in
            try await announcer.review(torrent: entry.id)
            return try await detail(entry, actor)
        }
        router.permitted(Endpoints.publish, bodyLimit: Self.publishLimit) { call, caller in
            let entry = try await catalog.publish(
                try Upload(reading: call.body, upTo: await settings.recent().maxTorrentBytes),
                by: caller.actor)
            return try await decided(entry, caller.actor)
        }
        router.permitted(Endpoints.approve) { call, caller in
            try await decided(
                try await catalog.approve(call.id(), by: caller.actor), caller.actor)
        }
        router.permitted(Endpoints.reject) { call, caller in
            try await decided(
                try await catalog.reject(call.id(), reason: call.body.reason, by: caller.actor),
                caller.actor)
        }
        router.permitted(Endpoints.sendBack) { call, caller in
            try await decided(
                try await catalog.sendBack(call.id(), reason: call.body.reason, by: caller.actor),
                caller.actor)
        }
        router.permitted(Endpoints.editEntry) { call, caller in
            let body = call.body
            let edited = try await catalog.edit(
                call.id(),
                EntryEdit(
                    title: body.title, description: body.description, tags: body.tags,
                    minRoleWeight: body.minRoleWeight), by: caller.actor)
            return try await decided(edited, caller.actor)
        }
        router.permitted(Endpoints.deleteEntry) { call, caller in
            try await catalog.delete(call.id(), reason: call.body.reason, by: caller.actor)
            try await announcer.review(torrent: call.id())
            return Nothing()
        }
    }

    private var detail: @Sendable (EntryRecord, Actor) async throws -> CatalogDetail {
        let site = site
        return { entry, actor in
            let role =
                entry.uploaderIsGone
                ? nil : try await site.roles.tree()[entry.uploaderRole]
            let similar = try await site.catalog.similar(to: [entry.id], for: actor)
            let held = try await site.terms.held(of: [entry.id])
            return CatalogDetail(
                summary: CatalogSummary(
                    entry, similar: similar[entry.id], held: held[entry.id]),
                description: entry.description,
                files: try await site.catalog.files(of: entry).map {
                    CatalogFile(path: $0.path, size: $0.size)
                }, uploaderRole: role?.name.rawValue ?? "", reason: entry.reason)
        }
    }
}

extension Upload {
    fileprivate init(reading request: PublishRequest, upTo most: Int) throws {
        guard let torrent = Data(base64Encoded: request.torrent) else {
            throw Problem(422, "invalid_torrent", "The torrent is not base64.")
        }
        guard torrent.count <= most else {
            throw Problem(
                422, "invalid_torrent", "A torrent file has at most \(most) bytes here.")
        }
        do {
            self.init(
                title: request.title, description: request.description, tags: request.tags,
                minRoleWeight: request.minRoleWeight,
                metainfo: try MetainfoReader.read([UInt8](torrent)))
        } catch {
            throw Problem(422, "invalid_torrent", "\(error)")
        }
    }
}

extension EntryOrder {
    fileprivate init(_ sort: CatalogSort) {
        self =
            switch sort {
            case .relevance: .relevance
            case .newest: .newest
            case .seeders: .seeders
            case .size: .size
            }
    }
}
