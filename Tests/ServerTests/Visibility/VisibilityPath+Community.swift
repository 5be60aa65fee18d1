import API
import Domain
import Testing

extension VisibilityPath {
    static let community = [
        VisibilityPath("GET /events") { scene in
            let (site, live) = (scene.site, scene.live)
            let mia = try await live.events(as: scene.mia)
            let sara = try await live.events(as: scene.sara)
            let reason = ReasonBody(reason: "segredo")
            let waiting = try await site.publish(
                6, title: "Segredo 6", weight: 400, by: scene.sara)
            try await site.call(Endpoints.approve, waiting.summary.id.rawValue, as: site.admin)
            try await live.announce(scene.sara, waiting.summary.infoHash)
            try await site.call(
                Endpoints.reject, scene.pending.summary.id.rawValue, body: reason, as: site.admin)
            for entry in [waiting, scene.above, scene.rejected] {
                try await site.call(
                    Endpoints.deleteEntry, entry.summary.id.rawValue, body: reason, as: site.admin)
            }
            // What comes last is for both, so neither reader waits for what does not come.
            try await site.call(
                Endpoints.deleteEntry, scene.open.summary.id.rawValue,
                body: ReasonBody(reason: "end"), as: site.admin)
            let seen = try await mia.events(until: .catalogDeleted)
            #expect(seen.map(\.catalogId) == [scene.open.summary.id])
            #expect(seen.map(\.kind) == [.catalogDeleted])
            let all = try await sara.events(until: .catalogDeleted)
            #expect(all.contains { $0.kind == .catalogApproved && $0.title == "Segredo 6" })
            #expect(all.contains { $0.kind == .swarmChanged })
        },
        // What was rejected or deleted stays in the log by its name, for staff of the weight that
        // could see it: no act is erased by erasing its subject. What is above stays above.
        VisibilityPath("GET /audit") { scene in
            let site = scene.site
            try await site.call(
                Endpoints.deleteEntry, scene.above.summary.id.rawValue,
                body: ReasonBody(reason: "x"), as: site.admin)
            let mia = try await site.call(Endpoints.audit, as: scene.mia)
            #expect(!mia.items.contains { $0.subject.contains(scene.above.summary.title) })
            #expect(mia.items.contains { $0.subject.contains(scene.deleted.summary.title) })
            let all = try await site.call(Endpoints.audit, as: site.admin)
            #expect(all.items.contains { $0.subject.contains(scene.above.summary.title) })
        },
    ]

    static let tracker = [
        VisibilityPath("tracker announce") { scene in
            let absent = try await scene.live.announce(
                scene.mia, try #require(InfoHash([UInt8](repeating: 9, count: 20))))
            #expect(absent.failure?.hasPrefix("This torrent is not in the catalog") == true)
            for (entry, _) in scene.hidden {
                let reply = try await scene.live.announce(scene.mia, entry.summary.infoHash)
                #expect(reply.bytes == absent.bytes)
            }
            for entry in scene.hiddenFromApprovers {
                let reply = try await scene.live.announce(scene.zeca, entry.summary.infoHash)
                #expect(reply.bytes == absent.bytes)
            }
            let shown = try await scene.live.announce(
                scene.site.admin, scene.above.summary.infoHash)
            #expect(shown.failure == nil)
        },
        VisibilityPath("tracker scrape") { scene in
            let hashes = (scene.hidden.map(\.entry) + [scene.open]).map(\.summary.infoHash)
            let mia = try await scene.live.tracker.scrape(scene.mia.passkey, hashes)
            #expect(Array(mia.files.keys) == [scene.open.summary.infoHash])
            let sara = try await scene.live.tracker.scrape(scene.sara.passkey, hashes)
            #expect(
                Set(sara.files.keys)
                    == [scene.open.summary.infoHash, scene.above.summary.infoHash])
        },
    ]
}
