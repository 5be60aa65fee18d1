internal import CLinux
import Domain
import Glibc

/// An address as the system takes and gives it, of either family, held in place.
struct SocketPlace {
    private var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

    static let room = socklen_t(MemoryLayout<sockaddr_storage>.size)

    init() {}

    /// - Parameter host: a name or an address of either family.
    init(host: String, port: Int) throws(PortError) {
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &found) == 0, let found,
            let address = found.pointee.ai_addr
        else { throw .noSuchHost }
        defer { freeaddrinfo(found) }
        length = found.pointee.ai_addrlen
        guard length <= Self.room else { throw .noSuchHost }
        withUnsafeMutableBytes(of: &storage) {
            $0.copyMemory(
                from: UnsafeRawBufferPointer(start: address, count: Int(found.pointee.ai_addrlen)))
        }
    }

    var family: Int32 { Int32(storage.ss_family) }

    /// `nil` for what is no internet address.
    var ip: IPAddress? {
        withUnsafeBytes(of: storage) { bytes in
            switch family {
            case AF_INET:
                let offset = MemoryLayout<sockaddr_in>.offset(of: \.sin_addr) ?? 4
                return .v4(UInt32(bigEndian: bytes.load(fromByteOffset: offset, as: UInt32.self)))
            case AF_INET6:
                let offset = MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr) ?? 8
                return IPAddress(
                    high: UInt64(bigEndian: bytes.load(fromByteOffset: offset, as: UInt64.self)),
                    low: UInt64(bigEndian: bytes.load(fromByteOffset: offset + 8, as: UInt64.self)))
            default: return nil
            }
        }
    }

    var port: Int {
        get {
            // Both families have it behind the family.
            withUnsafeBytes(of: storage) {
                Int(UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self)))
            }
        }
        set {
            withUnsafeMutableBytes(of: &storage) {
                $0.storeBytes(of: UInt16(newValue).bigEndian, toByteOffset: 2, as: UInt16.self)
            }
        }
    }

    func with<T>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> T) -> T {
        withUnsafePointer(to: storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }

    /// For a call that fills it in.
    mutating func fill<T>(
        _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> T
    ) -> T {
        length = Self.room
        return withUnsafeMutablePointer(to: &storage) { storage in
            withUnsafeMutablePointer(to: &length) { length in
                storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
            }
        }
    }
}

extension IPAddress {
    /// An IPv4 address that came over a socket of both families is the IPv4 address.
    init(high: UInt64, low: UInt64) {
        self =
            high == 0 && low >> 32 == 0xFFFF
            ? .v4(UInt32(truncatingIfNeeded: low)) : .v6(high: high, low: low)
    }
}
