import Domain
import Hummingbird
import NIOCore

/// What the server knows of a request beside the request.
struct APIContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who is at the other end of the connection, or who a trusted proxy there speaks for.
    var address: IPAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress.flatMap(IPAddress.init(socket:))
    }
}
