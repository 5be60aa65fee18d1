import Domain
import NIOCore

extension IPAddress {
    init?(socket: SocketAddress) {
        guard let text = socket.ipAddress else { return nil }
        // A link-local address carries its zone, which means nothing to anybody else.
        self.init(text.prefix { $0 != "%" })
    }
}
