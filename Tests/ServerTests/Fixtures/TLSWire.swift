import NIOCore
import NIOPosix
import NIOSSL
import Testing

/// Asks a server over TLS, trusting one certificate and no other.
struct TLSWire: Sendable {
    let port: Int
    /// In PEM.
    let trusted: String

    /// Everything up to the end of the connection. Throws where the server is not trusted.
    func ask(_ path: String) async throws -> String {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .certificates(
            try NIOSSLCertificate.fromPEMBytes(Array(trusted.utf8)))
        let context = try NIOSSLContext(configuration: configuration)
        let answer = MultiThreadedEventLoopGroup.singleton.next().makePromise(of: String.self)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers(
                        NIOSSLClientHandler(context: context, serverHostname: "localhost"),
                        Reader(answer))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        channel.writeAndFlush(
            ByteBuffer(string: "GET \(path) HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n"),
            promise: nil)
        return try await answer.futureResult.get()
    }

    private final class Reader: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let answer: EventLoopPromise<String>
        private var text = ""

        init(_ answer: EventLoopPromise<String>) { self.answer = answer }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            text += String(buffer: unwrapInboundIn(data))
        }

        func channelInactive(context: ChannelHandlerContext) { answer.succeed(text) }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            // Many servers end without a word of TLS.
            if text.isEmpty { answer.fail(error) } else { answer.succeed(text) }
            context.close(promise: nil)
        }
    }
}
