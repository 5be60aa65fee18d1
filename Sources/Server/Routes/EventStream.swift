import API
import AsyncAlgorithms
import Domain
import Foundation
import Hummingbird
import NIOCore
import Service
import ServiceLifecycle

/// One caller's open stream of server-sent events.
///
/// Before each event the caller is looked up again: a role taken away a moment ago hides the event,
/// and a session that is over ends the stream.
struct EventStream: Sendable {
    /// Proxies and dead connections are found out by a comment now and then.
    private static let keepAlive = Duration.seconds(15)

    private enum Beat: Sendable {
        case notice(Notice)
        case keepAlive
        case closed
    }

    let site: Site
    let caller: Caller
    let counts: StreamCounts

    var body: ResponseBody {
        // The board is joined before the reply begins: what happens from here on is told.
        let notices = site.notices.stream()
        return ResponseBody { writer in
            counts.enter(caller.actor.id)
            defer { counts.leave(caller.actor.id) }
            try await writer.write(ByteBuffer(string: ": enxamed\n\n"))
            let ticks = AsyncTimerSequence(interval: Self.keepAlive, clock: .continuous)
                .map { _ in Beat.keepAlive }
            let told = chain(notices.map { Beat.notice($0) }, [Beat.closed].async)
            // Else an orderly end of the server would wait for every listener to leave.
            for try await beat in merge(told, ticks).cancelOnGracefulShutdown() {
                if case .closed = beat { break }
                guard let text = try await self.text(of: beat) else { break }
                if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
                if case .notice(let notice) = beat, notice.kind == .sessionEnded, !text.isEmpty {
                    break
                }
            }
            try await writer.finish(nil)
        }
    }

    /// Empty for what this caller may not see; `nil` when the session is over.
    private func text(of beat: Beat) async throws -> String? {
        // The end of another session says nothing here. Where several end together this one may be
        // over as well, and the notice that says why comes next.
        if case .notice(let notice) = beat, notice.kind == .sessionEnded {
            return notice.audience.includes(caller) ? try Self.frame(notice, stats: nil) : ""
        }
        guard let now = try? await site.signIn.renewed(caller) else { return nil }
        do {
            try await site.bans.list.admit(caller.actor.address, at: site.clock.now())
        } catch is ServiceError { return nil }
        switch beat {
        case .closed: return nil
        case .keepAlive: return ": still here\n\n"
        case .notice(let notice):
            guard notice.audience.includes(now) else { return "" }
            let stats =
                notice.kind == .ratioChanged
                ? StatsBody(try await site.accounting.standing(of: now.account)) : nil
            return try Self.frame(notice, stats: stats)
        }
    }

    private static func frame(_ notice: Notice, stats: StatsBody?) throws -> String {
        let event = CommunityEvent(
            kind: CommunityEvent.Kind(notice.kind), catalogId: notice.catalog,
            userId: notice.user, title: notice.title, reason: notice.reason, stats: stats)
        let data = String(decoding: try WireCoding.encode(event), as: UTF8.self)
        return "event: \(event.kind.rawValue)\ndata: \(data)\n\n"
    }
}

extension CommunityEvent.Kind {
    fileprivate init(_ kind: Notice.Kind) {
        self =
            switch kind {
            case .uploadPending: .uploadPending
            case .catalogApproved: .catalogApproved
            case .catalogRejected: .catalogRejected
            case .catalogDeleted: .catalogDeleted
            case .catalogSentBack: .catalogSentBack
            case .catalogChanged: .catalogChanged
            case .torrentDeleted: .torrentDeleted
            case .swarmChanged: .swarmChanged
            case .ratioChanged: .ratioChanged
            case .rolesChanged: .rolesChanged
            case .userChanged: .userChanged
            case .meChanged: .meChanged
            case .sessionEnded: .sessionEnded
            }
    }
}
