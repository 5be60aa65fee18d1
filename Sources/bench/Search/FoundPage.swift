import API
import Foundation

/// What a measurement reads of an answer of the catalog.
struct FoundPage: Decodable {
    private struct Item: Decodable {}

    let hits: Int
    let cursor: String?
    /// Whether the server asks back what was meant.
    let asksBack: Bool

    private enum CodingKeys: String, CodingKey { case items, nextCursor, total, didYouMean }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let items = try container.decode([Item].self, forKey: .items)
        hits = try container.decodeIfPresent(Int.self, forKey: .total) ?? items.count
        cursor = try container.decodeIfPresent(String.self, forKey: .nextCursor)
        asksBack =
            try container.contains(.didYouMean) && !container.decodeNil(forKey: .didYouMean)
    }

    init(_ answer: HTTPConnection.Answer) throws {
        self = try WireCoding.decode(FoundPage.self, from: Data(answer.body))
    }
}
