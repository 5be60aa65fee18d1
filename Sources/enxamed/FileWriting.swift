import Foundation

/// Whole writes and reads of a descriptor, with what the system says when they fail.
enum FileWriting {
    static func write(_ bytes: [UInt8], to descriptor: Int32, named path: String) throws {
        try bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                let count = Foundation.write(descriptor, part.baseAddress, part.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    throw FileFault.cannotWrite(path, errno)
                }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// At most `count` bytes, none at the end.
    static func read(_ count: Int, from descriptor: Int32, named path: String) throws -> [UInt8] {
        var problem: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            var got: Int
            repeat {
                got = Foundation.read(descriptor, buffer.baseAddress, count)
            } while got < 0 && errno == EINTR
            problem = got < 0 ? errno : 0
            filled = max(got, 0)
        }
        guard problem == 0 else { throw FileFault.cannotRead(path, problem) }
        return bytes
    }
}
