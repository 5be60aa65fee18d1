import Dispatch
import Foundation
import Synchronization

/// What is left behind when a command is told to end in the middle: nothing.
enum Interruption {
    private static let state = Mutex<(paths: [String], sources: [any DispatchSourceSignal])>(
        ([], []))

    /// From now on SIGINT, SIGTERM and SIGHUP remove the file, and what a database put beside it,
    /// before they end this process.
    static func remove(_ path: String) {
        state.withLock { state in
            state.paths.append(path)
            guard state.sources.isEmpty else { return }
            state.sources = [SIGINT, SIGTERM, SIGHUP].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { end(number) }
                source.resume()
                return source
            }
        }
    }

    private static func end(_ number: Int32) {
        for path in state.withLock({ $0.paths }) {
            for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
        }
        // Not by the signal itself: on this thread it may be blocked, and what was removed must not
        // be missed by the work that still goes on. The code is a shell's word for it.
        _exit(128 + number)
    }
}
