import API
import Hummingbird

@testable import Server

extension TestSite {
    /// Every method and path that is served, as `GET /catalog/{id}`: the router itself is asked, so
    /// none can hide. A route that answers 405 is there to say that the method is not.
    func servedEndpoints() async throws -> Set<String> {
        var served: Set<String> = []
        for route in home.applications.router.routes {
            guard let method = Method(rawValue: route.method.rawValue) else { continue }
            let path = String(describing: route.path)
            let probe = path.replacing(/\{[a-z_]+\}/, with: "1")
            guard try await raw(method, probe).status != 405 else { continue }
            let isAPI = path.hasPrefix(Endpoints.prefix)
            let name = isAPI ? String(path.dropFirst(Endpoints.prefix.count)) : path
            served.insert("\(method.rawValue) \(name)")
        }
        return served
    }
}
