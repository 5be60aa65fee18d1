import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Tells `RequestWatch`, which stands before the HTTP decoder and sees only bytes, where a request
/// and its answer begin and end.
final class RequestMarks: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    enum Mark: Sendable { case headRead, requestRead, requestAnswered, headTooLong }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: mark(.headRead, context)
        case .body: break
        case .end: mark(.requestRead, context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part = unwrapOutboundIn(data)
        context.write(data, promise: promise)
        if case .end = part { mark(.requestAnswered, context) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case HTTPParserError.headerOverflow = error {
            mark(.headTooLong, context)
        } else {
            context.fireErrorCaught(error)
        }
    }

    private func mark(_ mark: Mark, _ context: ChannelHandlerContext) {
        context.triggerUserOutboundEvent(mark, promise: nil)
    }
}
