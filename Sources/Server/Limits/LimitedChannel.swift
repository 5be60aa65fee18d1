import Domain
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// HTTP/1.1, over TLS where there is an identity to show, with bounds on what a connection may take.
struct LimitedChannel: ServerChildChannel {
    let base: HTTP1Channel
    let limits: ConnectionLimits
    let counts: ConnectionCounts
    let identity: TLSIdentity?
    let proxies: TrustedProxies

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        channel.eventLoop.makeCompletedFuture {
            if let identity {
                try channel.pipeline.syncOperations.addHandler(identity.handler())
            }
            try channel.pipeline.syncOperations.addHandler(RequestWatch(limits: limits))
        }.flatMap {
            base.setup(channel: channel, logger: logger)
        }.map { value in
            count(channel)
            return value
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }

    /// A proxy brings the connections of many, so its address does not count.
    private func count(_ channel: any Channel) {
        let address = channel.remoteAddress.flatMap(IPAddress.init(socket:)).flatMap {
            proxies.contains($0) ? nil : $0
        }
        let mayStay = counts.enter(address)
        channel.closeFuture.whenComplete { [counts] _ in counts.leave(address) }
        if !mayStay { channel.close(promise: nil) }
    }
}

extension HTTPServerBuilder {
    /// A listener with these limits, one count of connections for all that come to it.
    static func limited(
        _ limits: ConnectionLimits, identity: TLSIdentity?, proxies: TrustedProxies
    ) -> HTTPServerBuilder {
        let counts = ConnectionCounts(limits: limits)
        return HTTPServerBuilder { responder in
            LimitedChannel(
                base: HTTP1Channel(
                    responder: responder,
                    configuration: HTTP1Channel.Configuration(
                        additionalChannelHandlers: [RequestMarks()],
                        httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                            maxHeaderFieldSize: limits.headBytes,
                            maxHeaderListSize: limits.headBytes,
                            maxHeaderFieldCount: limits.headFields))),
                limits: limits, counts: counts, identity: identity, proxies: proxies)
        }
    }
}
