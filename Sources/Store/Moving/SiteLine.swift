import Foundation

/// The lines of a file of a site that are no rows: JSON objects, keys in alphabetical order.
/// `docs/site-format.md` describes them.
enum SiteLine {
    static let format = "enxame-site"
    static let version = 1

    /// The first line.
    struct Header: Codable {
        struct Table: Codable {
            let name: String
            let rows: Int
        }

        let format: String
        let madeAt: Int64
        let schema: Int
        let tables: [Table]
        let version: Int

        enum CodingKeys: String, CodingKey {
            case format, schema, tables, version
            case madeAt = "made_at"
        }
    }

    /// What is read of the first line before its version is known.
    struct Promise: Codable {
        let format: String
        let version: Int
    }

    /// Before the rows of a table.
    struct Table: Codable {
        let columns: [String]
        let table: String
    }

    /// After a block of rows, with the checksum of their lines.
    struct Seal: Codable {
        let block: Int
        let rows: Int
        let sha256: String
    }

    /// The last line, with the checksums of the first one and of all between.
    struct End: Codable {
        let content: String
        let end: String
        let header: String
        let rows: Int
    }

    static func bytes(_ line: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(line)) + [UInt8(ascii: "\n")]
    }

    /// `nil` when it is none.
    static func read<Line: Decodable>(_ type: Line.Type, _ bytes: [UInt8]) -> Line? {
        try? JSONDecoder().decode(type, from: Data(bytes))
    }
}
