package import Client
package import Domain

/// The torrents of this client.
package protocol TransferPort: Sendable {
    /// Wakes the torrents of the one who is signed in, and tells what happens to them, beginning
    /// with all there are; a second listener gets them all again.
    func start() async throws(CommunityFailure) -> AsyncStream<TransferEvent>

    /// Keeps all progress and puts them to rest.
    func stop() async

    func add(torrent: [UInt8]) async throws(CommunityFailure) -> InfoHash
    func pause(_ hash: InfoHash) async throws(CommunityFailure)
    func resume(_ hash: InfoHash) async throws(CommunityFailure)
    func remove(_ hash: InfoHash, withData: Bool) async throws(CommunityFailure)

    /// All of them announce there from now on.
    func announce(to url: String) async throws(CommunityFailure)

    /// Holds for those that start later too.
    func limit(to limits: TransferLimits) async throws(CommunityFailure)

    /// The file, or the folder of several, as the file system has it.
    func path(of hash: InfoHash) async throws(CommunityFailure) -> String

    /// What came from whom since this was asked last.
    func receipts() async -> [ReceivedBytes]

    /// Free bytes where downloads go; `nil` when nobody can say.
    func freeSpace() async -> ByteCount?
}
