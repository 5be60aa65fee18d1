import Dispatch
import Foundation

/// A shell that owns a database server: it ends the server and removes its folder when this process
/// ends, in whatever way, for then the line between them closes.
///
/// It reads a word a line and says `ok` when it has done as told.
final class Guard: Sendable {
    private let line: FileHandle
    private let process: pid_t
    private let queue = DispatchQueue(label: "enxame.test.guard")

    /// - Parameters:
    ///   - script: sees `$folder`, and the rest of `arguments` as `$@`.
    init(_ script: String, folder: String, _ arguments: [String]) throws {
        // A guard that died must not take the tests with it.
        signal(SIGPIPE, SIG_IGN)
        let (ours, its) = try Self.pair()
        defer { close(its) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, its, 0)
        posix_spawn_file_actions_adddup2(&actions, its, 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own: an interrupt at the terminal ends the tests and not the guard.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)

        let text = ["sh", "-c", "folder=$1; shift\n" + script, "sh", folder] + arguments
        var pointers = text.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var id: pid_t = 0
        let code = posix_spawn(&id, "/bin/sh", &actions, &attributes, &pointers, environ)
        line = FileHandle(fileDescriptor: ours, closeOnDealloc: true)
        process = id
        guard code == 0 else {
            throw TestMariaDBError("/bin/sh: \(String(cString: strerror(code)))")
        }
    }

    /// It ends once its line closes. Left unwaited for it would stay a child of this process that
    /// is over, and what waits for whichever child ends next would wait for others no more.
    deinit {
        try? line.close()
        let process = process
        guard process > 0 else { return }
        DispatchQueue.global().async {
            var state: Int32 = 0
            while waitpid(process, &state, 0) == -1, errno == EINTR {}
        }
    }

    /// Returns what the guard says, once it has said `ok` or failed.
    func tell(_ word: String) async throws {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            queue.async { [line] in
                done.resume(
                    with: Result {
                        try line.write(contentsOf: Data("\(word)\n".utf8))
                        let answer = try Self.line(from: line)
                        guard answer == "ok" else {
                            throw TestMariaDBError("“\(word)”: \(answer)")
                        }
                    })
            }
        }
    }

    private static func line(from handle: FileHandle) throws -> String {
        var bytes: [UInt8] = []
        while let byte = try handle.read(upToCount: 1)?.first, byte != 10 { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Not inherited: another child holding our end would keep the guard waiting.
    private static func pair() throws -> (ours: Int32, its: Int32) {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw TestMariaDBError("no pair of sockets: \(String(cString: strerror(errno)))")
        }
        return (ends[0], ends[1])
    }
}
