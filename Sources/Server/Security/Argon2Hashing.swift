import CSodium
import Foundation
import Service

/// Argon2id through libsodium, a few at a time on threads of its own: each costs tens of
/// milliseconds and megabytes, and neither event loops nor the cooperative pool may pay for it.
///
/// `@unchecked Sendable`: the queue is thread-safe, and everything else is an immutable value.
package final class Argon2Hashing: PasswordHashing, @unchecked Sendable {
    package enum Failure: Error { case outOfMemory }

    /// OWASP's figures for Argon2id: 19 MiB, two passes.
    package static let memory = 19 << 20
    package static let passes: UInt64 = 2

    private let queue = OperationQueue()
    private let memory: Int
    private let passes: UInt64
    /// What a missing account's password is compared with, at the price of a real one.
    private let decoy: String

    package init(memory: Int = Argon2Hashing.memory, passes: UInt64 = Argon2Hashing.passes) throws {
        guard sodium_init() >= 0 else { throw Failure.outOfMemory }
        self.memory = memory
        self.passes = passes
        queue.name = "enxamed.argon2"
        queue.maxConcurrentOperationCount = 2
        decoy = try Self.hash("decoy", memory: memory, passes: passes)
    }

    package func hash(_ password: String) async throws -> String {
        let (memory, passes) = (memory, passes)
        return try await run { try Self.hash(password, memory: memory, passes: passes) }
    }

    package func verify(_ password: String, against hash: String) async throws -> Bool {
        try await run {
            hash.withCString { hash in
                password.withCString { text in
                    crypto_pwhash_str_verify(hash, text, UInt64(password.utf8.count)) == 0
                }
            }
        }
    }

    package func pretend(_ password: String) async throws {
        _ = try await verify(password, against: decoy)
    }

    private static func hash(_ password: String, memory: Int, passes: UInt64) throws -> String {
        var out = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let status = password.withCString { text in
            // All of it: a password may hold a NUL.
            crypto_pwhash_str(&out, text, UInt64(password.utf8.count), passes, memory)
        }
        guard status == 0 else { throw Failure.outOfMemory }
        return String(decoding: out.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result(catching: work)) }
        }
    }
}
