import API
import Client
import Domain

/// Small values, and the ports that need no file of their own.
enum Fakes {
    static let me = MeReply(
        id: UserID(1), username: "ana",
        role: RoleReference(id: RoleID(5), name: "Admin", weight: .guest), permissions: [],
        stats: stats, announceURL: "")

    static let received = [
        ReceivedBytes(
            infoHash: hash(1), peerID: PeerID(Bytes20(repeating: 2)),
            endpoint: PeerEndpoint(address: .v4(1), port: 2),
            bytes: ByteCount(clamping: 16_384))
    ]

    static let stats = StatsBody(
        bytesUp: .zero, bytesDown: .zero, requiredRatio: 0.6, graceBytes: .zero, seeding: 0,
        leeching: 0)

    static func hash(_ byte: UInt8) -> InfoHash {
        guard let hash = InfoHash(Array(repeating: byte, count: 20)) else {
            preconditionFailure("twenty bytes are an info hash")
        }
        return hash
    }

    static var server: ServerAddress {
        guard let server = ServerAddress("localhost:8000") else {
            preconditionFailure("localhost is an address")
        }
        return server
    }
}
