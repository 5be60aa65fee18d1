import Foundation

/// Runs blocking work on a thread of its own: a measurement that shared the cooperative pool would
/// measure the pool too.
func onOwnThread<T: Sendable>(
    _ work: @escaping @Sendable () throws -> T
) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        Thread { continuation.resume(with: Result { try work() }) }.start()
    }
}
