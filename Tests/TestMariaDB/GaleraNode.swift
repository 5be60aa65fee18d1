import Foundation

/// What one node of a cluster is told so that several can live on one machine.
struct GaleraNode {
    private static let host = "127.0.0.1"
    private let members: Int
    private let transfers: Int
    private let copies: Int

    /// - Throws: when there is no free port for each of its three kinds of talk.
    init() throws {
        members = try Loopback.freePort()
        transfers = try Loopback.freePort()
        copies = try Loopback.freePort()
    }

    private var address: String { "\(Self.host):\(members)" }

    func options(_ library: String, among nodes: [GaleraNode], isFirst: Bool) -> [String] {
        let others = isFirst ? "" : nodes.map(\.address).joined(separator: ",")
        let provider = [
            "base_host=\(Self.host)", "base_port=\(members)",
            "gmcast.listen_addr=tcp://\(address)", "ist.recv_addr=\(Self.host):\(transfers)",
            "gcache.size=16M", "gcache.page_size=16M",
            // A node that comes up founds or joins as it is told, never as it remembers.
            "pc.recovery=false",
        ]
        return [
            "--wsrep-on=ON", "--wsrep-provider=\(library)",
            "--wsrep-cluster-name=enxame-test", "--wsrep-cluster-address=gcomm://\(others)",
            "--wsrep-node-address=\(Self.host)", "--wsrep-node-name=node\(members)",
            "--wsrep-sst-method=rsync", "--wsrep-sst-receive-address=\(Self.host):\(copies)",
            "--wsrep-provider-options=\(provider.joined(separator: ";"))",
            // What Galera asks of a server.
            "--binlog-format=ROW", "--innodb-autoinc-lock-mode=2",
            "--default-storage-engine=InnoDB", "--innodb-log-file-size=16M",
        ]
    }

    static func library() throws -> String {
        let places = ["/usr/lib/galera", "/usr/lib64/galera", "/usr/lib64/galera-4"]
        let found = places.map { $0 + "/libgalera_smm.so" }
            .first { FileManager.default.fileExists(atPath: $0) }
        guard let found else {
            throw TestMariaDBError(
                "Galera is not here; install the Debian packages galera-4 and rsync")
        }
        return found
    }
}
