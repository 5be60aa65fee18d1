internal import CLinux
import Glibc

/// The two sockets of a tracker, TCP and UDP under one number. On `::` both hear IPv4 too.
struct ListeningSockets {
    /// The system gives a TCP port whose UDP twin may be somebody's.
    private static let tries = 16

    /// Room in the kernel for a connection's bytes, each way, where it would take megabytes.
    private static let connectionBytes: Int32 = 32 << 10

    let tcp: Int32
    let udp: Int32
    let port: Int

    init(host: String, port: Int) throws(PortError) {
        var place = try SocketPlace(host: host, port: port)
        var tries = port == 0 ? Self.tries : 1
        while true {
            place.port = port
            let tcp = try Self.open(SOCK_STREAM, place)
            guard listen(tcp, 4096) == 0 else { throw Self.failing(tcp) }
            var got = SocketPlace()
            _ = got.fill { getsockname(tcp, $0, $1) }
            place.port = got.port
            do {
                udp = try Self.open(SOCK_DGRAM, place)
                self.tcp = tcp
                self.port = got.port
                break
            } catch {
                Glibc.close(tcp)
                tries -= 1
                guard tries > 0 else { throw error }
            }
        }
    }

    func close() {
        Glibc.close(tcp)
        Glibc.close(udp)
    }

    private static func open(_ kind: __socket_type, _ place: SocketPlace) throws(PortError) -> Int32
    {
        let made = socket(place.family, Int32(kind.rawValue) | Int32(enxame_nonblocking), 0)
        guard made >= 0 else { throw .system(errno) }
        if kind == SOCK_STREAM {
            set(made, SOL_SOCKET, SO_REUSEADDR, 1)
            // The kernel holds a connection back until its request is there, so that one who says
            // nothing costs us nothing.
            set(made, Int32(IPPROTO_TCP), Int32(enxame_defer_accept), 5)
            // What is accepted inherits them.
            set(made, SOL_SOCKET, SO_RCVBUF, connectionBytes)
            set(made, SOL_SOCKET, SO_SNDBUF, connectionBytes)
        } else {
            set(made, SOL_SOCKET, SO_RCVBUF, 4 << 20)
            set(made, SOL_SOCKET, SO_SNDBUF, 4 << 20)
        }
        if place.family == AF_INET6 { set(made, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 0) }
        guard place.with({ bind(made, $0, $1) }) == 0 else { throw failing(made) }
        return made
    }

    private static func set(_ descriptor: Int32, _ level: Int32, _ name: Int32, _ value: Int32) {
        var value = value
        setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func failing(_ descriptor: Int32) -> PortError {
        let reason = errno
        Glibc.close(descriptor)
        return .system(reason)
    }
}
