import API
import Domain
import Hummingbird
import Service

/// A request as a handler sees it: read, checked, and in its own words.
struct Call<Query: Sendable, Body: Sendable>: Sendable {
    let query: Query
    let body: Body
    /// The path's parameters, in order.
    let ids: [Int64]
    /// Where it came from.
    let address: IPAddress?
    /// What the client calls itself.
    let client: String?

    var visit: Visit { Visit(address: address, client: client) }

    func id<Entity>(_ position: Int = 0) -> Identifier<Entity> {
        // The path of the endpoint says how many there are, and reading has counted them.
        Identifier(ids.indices.contains(position) ? ids[position] : -1)
    }
}
