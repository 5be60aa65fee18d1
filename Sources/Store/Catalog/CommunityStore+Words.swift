package import Domain
import Service

extension CommunityStore {
    /// How many of a tag's newest entries are looked at to see whether the viewer may see one.
    private static let mostLookedAt = 200

    package func wordsNear(_ word: String, limit: Int) async throws -> [String] {
        try await engine.read { db in try Vocabulary.near(word, limit: limit, db) }
    }

    package func tags(beginning: String, visibleTo weight: RoleWeight, limit: Int) async throws
        -> [String]
    {
        try await engine.read { db in
            var found: [String] = []
            var after = beginning
            var isFirst = true
            // From tag to tag, however many entries each has.
            for _ in 0..<(limit * 4) where found.count < limit {
                guard
                    let tag = try db.first(
                        "select min(tag) as tag from catalog_tag where tag \(isFirst ? ">=" : ">") ?",
                        [.text(after)])?.optionalText("tag"), tag.hasPrefix(beginning)
                else { break }
                (after, isFirst) = (tag, false)
                if try Self.isSeen(tag, weight, db) { found.append(tag) }
            }
            return found
        }
    }

    private static func isSeen(_ tag: String, _ weight: RoleWeight, _ db: any SQLConnection) throws
        -> Bool
    {
        try db.first(
            """
            select 1 as n from (
                select catalog_id from catalog_tag where tag = ?
                order by catalog_id desc limit \(mostLookedAt)
            ) t join catalog c on c.id = t.catalog_id
            where c.status = ? and c.deleted_at is null and c.min_role_weight <= ? limit 1
            """, [.text(tag), .text(CatalogStatus.approved.rawValue), .int(weight.value)]) != nil
    }
}
