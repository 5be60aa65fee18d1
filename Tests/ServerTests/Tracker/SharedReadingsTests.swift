import Service
import Synchronization
import Testing

@Suite struct SharedReadingsTests {
    private struct Away: Error {}

    @Test("whoever asks for what is being read waits for it, and later askers read anew")
    func together() async throws {
        let readings = SharedReadings<Int>()
        let count = Mutex(0)
        let (gate, opening) = AsyncStream.makeStream(of: Void.self)
        let read: @Sendable () async throws -> Bool = {
            count.withLock { $0 += 1 }
            for await _ in gate {}
            return true
        }
        let (asked, asks) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    asks.yield()
                    return try await readings.of(1, read)
                }
            }
            var came = 0
            for await _ in asked {
                came += 1
                if came == 20 { break }
            }
            opening.finish()
            for try await answer in group { #expect(answer) }
        }
        // Who asked before the gate opened had one reading; a late one at most its own.
        #expect(count.withLock { $0 } < 20)
        let before = count.withLock { $0 }
        #expect(try await readings.of(1, read))
        #expect(count.withLock { $0 } == before + 1)
    }

    @Test("a failure is told to its askers, and forgotten")
    func failure() async throws {
        let readings = SharedReadings<Int>()
        await #expect(throws: Away.self) { try await readings.of(1) { throw Away() } }
        #expect(try await readings.of(1) { true })
        #expect(try await readings.of(2) { false } == false)
    }
}
