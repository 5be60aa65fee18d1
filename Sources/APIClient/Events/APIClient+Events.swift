import API
import Foundation

extension APIClient {
    /// What happens in the community, until the listener stops or the session ends.
    package func events() -> AsyncStream<FeedEvent> {
        let (stream, sink) = AsyncStream.makeStream(of: FeedEvent.self)
        let feed = EventFeed(caller: caller, session: session, reader: reader, sink: sink)
        let task = Task { await feed.run() }
        sink.onTermination = { _ in task.cancel() }
        return stream
    }
}
