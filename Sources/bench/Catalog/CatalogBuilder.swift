import Domain
import Service
import Store

/// Fills a community with the entries of a maker, or finds them there from a run before.
struct CatalogBuilder {
    private static let batch = 2000
    private static let uploaderCount = 300

    let maker: CatalogMaker
    let items: Int
    /// What to call it in a message.
    let place: String
    let interruption: Latch

    /// Answers how many entries were made; those there already are kept. A run that was broken off
    /// is continued.
    func build(in store: CommunityStore) async throws -> Int {
        let present = try await countPresent(in: store)
        guard present < items else { return 0 }
        let uploaders = try await uploaders(in: store)
        let progress = ProgressLine("Building", total: items)
        defer { progress.end() }
        var next = batch(from: present, uploaders)
        var done = present
        while !next.isEmpty {
            try interruption.check()
            let inserting = next
            let following = done + inserting.count
            // Made while the store is busy with the one before.
            async let made = batch(from: following, uploaders)
            try await store.insert(inserting)
            next = await made
            done = following
            progress.show(done)
        }
        if items > present { try await store.tidyWholeIndex() }
        return items - present
    }

    private func batch(from first: Int, _ uploaders: [UserID]) -> [NewEntry] {
        (first..<max(first, min(first + Self.batch, items))).map {
            maker.draft($0).entry(uploaders: uploaders)
        }
    }

    /// Entries are inserted in order, so those that are there are the first ones.
    private func countPresent(in store: CommunityStore) async throws -> Int {
        guard try await has(0, store) else {
            guard try await isEmpty(store) else {
                throw BenchError.otherCatalog(place: place, why: "it has another --seed")
            }
            return 0
        }
        guard try await !has(items, store) else {
            throw BenchError.otherCatalog(place: place, why: "it has more than \(items) items")
        }
        var (low, high) = (1, items)
        while low < high {
            let middle = (low + high) / 2
            if try await has(middle, store) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func has(_ index: Int, _ store: CommunityStore) async throws -> Bool {
        guard let hash = maker.infoHash(index) else { return false }
        return try await store.entry(hash: hash) != nil
    }

    private func isEmpty(_ store: CommunityStore) async throws -> Bool {
        try await store.search(
            CatalogSearch(
                query: SearchQuery(""), now: .now, status: .approved, visibleTo: .superAdmin,
                order: .newest, limit: 1)
        ).entries.isEmpty
    }

    private func uploaders(in store: CommunityStore) async throws -> [UserID] {
        var ids: [UserID] = []
        for number in 1...Self.uploaderCount {
            guard let name = Username(rawValue: "uploader\(number)") else { continue }
            if let account = try await store.account(named: name) {
                ids.append(account.id)
            } else {
                // No digest of any password: nobody signs in to these.
                let account = NewAccount(
                    username: name, passwordHash: "-", roleID: BuiltInRoles.member,
                    passkey: .random(), createdAt: .now)
                ids.append(try await store.create(account, audit: nil))
            }
        }
        return ids
    }
}
