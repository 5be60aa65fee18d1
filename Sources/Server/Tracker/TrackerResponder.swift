import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Service
import Tracker
import TrackerWire

/// The connection that a request came over, which Hummingbird's own contexts do not keep.
struct TrackerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}

/// The tracker over HTTP. Whatever happens the status is 200 and the body bencoded: clients throw
/// away the words of any other answer.
struct TrackerResponder: HTTPResponder {
    let announcer: Announcer
    let proxies: TrustedProxies

    func respond(to request: Request, context: TrackerContext) async throws -> Response {
        let body = await answer(request, context)
        return Response(
            status: .ok, headers: [.contentType: "text/plain", .connection: "close"],
            body: Self.lastWords(body, over: context.channel))
    }

    /// A client asks once in half an hour, so its connection is not kept. Hummingbird looks only at
    /// the request's `connection` header, never at that of the answer.
    private static func lastWords(_ bytes: [UInt8], over channel: any Channel) -> ResponseBody {
        ResponseBody(contentLength: bytes.count) { writer in
            try await writer.write(ByteBuffer(bytes: bytes))
            try await writer.finish(nil)
            channel.close(mode: .output, promise: nil)
        }
    }

    private func answer(_ request: Request, _ context: TrackerContext) async -> [UInt8] {
        do {
            guard request.method == .get else { return await refuse("A tracker is asked by GET.") }
            let query = Array((request.uri.query ?? "").utf8)
            let peer = context.channel.remoteAddress.flatMap(IPAddress.init(socket:))
            let sender = proxies.sender(peer: peer, request.headers)
            switch try TrackerRequest.read(path: request.uri.path, query: query) {
            case nil: return await refuse("This is a BitTorrent tracker; there is no such path.")
            case .announce(let passkey, let announce)?:
                guard let address = sender else {
                    return await refuse("The tracker cannot tell your address.")
                }
                return try await self.announce(announce, passkey: passkey, from: address)
            case .scrape(let passkey, let scrape)?:
                return try await self.scrape(scrape, passkey: passkey, from: sender)
            }
        } catch let error as AnnounceError {
            return Refusal(error, interval: await announcer.interval()).bytes
        } catch let refusal as AnnounceRefusal {
            return await refuse(refusal.message, retry: refusal.retryMinutes)
        } catch {
            context.logger.error("announce failed", metadata: ["error": "\(error)"])
            return await refuse("The tracker cannot write now; nothing is lost.", retry: 1)
        }
    }

    private func announce(
        _ request: AnnounceRequest, passkey: Passkey, from address: IPAddress
    ) async throws -> [UInt8] {
        let grant = try await announcer.announce(
            Announce(
                passkey: passkey, infoHash: request.infoHash, peerID: request.peerID,
                endpoint: PeerEndpoint(address: address, port: request.port),
                counters: Counters(up: request.uploaded, down: request.downloaded),
                left: request.left, event: request.event, numwant: request.numwant))
        return AnnounceReply(
            interval: grant.interval, minInterval: grant.minInterval, counts: grant.counts,
            peers: grant.peers, form: AnnounceReply.Form(request), externalAddress: address
        ).bytes
    }

    private func scrape(
        _ request: ScrapeRequest, passkey: Passkey, from address: IPAddress?
    ) async throws -> [UInt8] {
        let files = try await announcer.scrape(
            request.infoHashes, passkey: passkey, from: address)
        return ScrapeReply(
            files: files.map {
                ScrapeReply.File(infoHash: $0.hash, counts: $0.counts, completed: $0.completed)
            }
        ).bytes
    }

    private func refuse(_ reason: String, retry minutes: Int? = nil) async -> [UInt8] {
        Refusal(
            reason: reason, interval: await announcer.interval(),
            retry: minutes.map { .minutes($0) } ?? .never
        ).bytes
    }
}
