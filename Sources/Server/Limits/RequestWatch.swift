import API
import Foundation
import NIOCore

/// Ends a connection whose requests come too slowly or with too many headers, saying why where a
/// request was begun (408, 431).
final class RequestWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Any
    typealias OutboundOut = ByteBuffer

    /// What the other side sent meanwhile is still taken, for otherwise the system would throw the
    /// answer away together with it.
    private static let farewell = TimeAmount.seconds(2)

    private let limits: ConnectionLimits
    private var progress: RequestProgress
    private var timer: (at: NIODeadline, task: Scheduled<Void>)?
    private var isOver = false

    init(limits: ConnectionLimits) {
        self.limits = limits
        progress = RequestProgress(limits: limits, now: .now())
    }

    func handlerAdded(context: ChannelHandlerContext) {
        progress = RequestProgress(limits: limits, now: context.eventLoop.now)
        watch(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) { stopTimer() }

    func channelInactive(context: ChannelHandlerContext) {
        isOver = true
        stopTimer()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isOver { return }
        progress.received(unwrapInboundIn(data).readableBytes, at: context.eventLoop.now)
        context.fireChannelRead(data)
        if progress.isHeadTooLong {
            refuse(431, context)
        } else {
            watch(context)
        }
    }

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        guard let mark = event as? RequestMarks.Mark else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        let now = context.eventLoop.now
        switch mark {
        case .headRead: progress.headRead(at: now)
        case .requestRead: progress.requestRead(at: now)
        case .requestAnswered:
            progress.requestAnswered(at: now)
            watch(context)
        case .headTooLong: refuse(431, context)
        }
        promise?.succeed()
    }

    /// A timer that ends too early looks again; one that would end too late is set anew.
    private func watch(_ context: ChannelHandlerContext) {
        guard !isOver, let deadline = progress.deadline else { return }
        if let timer, timer.at <= deadline { return }
        stopTimer()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let task = context.eventLoop.scheduleTask(deadline: deadline) {
            let (watch, context) = bound.value
            watch.timer = nil
            watch.lookAgain(context)
        }
        timer = (deadline, task)
    }

    private func lookAgain(_ context: ChannelHandlerContext) {
        guard !isOver, let deadline = progress.deadline else { return }
        guard deadline <= context.eventLoop.now else { return watch(context) }
        switch progress.verdict {
        case .close: context.close(promise: nil)
        case .tooLate: refuse(408, context)
        }
    }

    private func stopTimer() {
        timer?.task.cancel()
        timer = nil
    }

    private func refuse(_ status: Int, _ context: ChannelHandlerContext) {
        if isOver { return }
        isOver = true
        stopTimer()
        context.writeAndFlush(
            wrapOutboundOut(context.channel.allocator.buffer(string: Self.answer(status))),
            promise: nil)
        context.close(mode: .output, promise: nil)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Self.farewell) { bound.value.close(promise: nil) }
    }

    private static func answer(_ status: Int) -> String {
        let problem =
            status == 408
            ? Problem(408, "request_too_slow", "The request took too long to arrive.")
            : Problem(431, "headers_too_large", "The request's headers are too long.")
        let body = (try? WireCoding.encode(problem)) ?? Data()
        return "HTTP/1.1 \(status) \(problem.title)\r\nconnection: close\r\n"
            + "content-type: \(Problem.contentType)\r\ncontent-length: \(body.count)\r\n\r\n"
            + String(decoding: body, as: UTF8.self)
    }
}
