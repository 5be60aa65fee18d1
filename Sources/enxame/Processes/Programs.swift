import Foundation

/// Where the two programs are: `enxamed` is looked for beside the one that runs, then in `PATH`.
enum Programs {
    static var this: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
    }

    static func server() throws -> String {
        let beside = (this as NSString).deletingLastPathComponent + "/enxamed"
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let candidates = [beside] + path.split(separator: ":").map { "\($0)/enxamed" }
        guard let found = candidates.first(where: FileManager.default.isExecutableFile) else {
            throw CommandFailure(
                .failure, "enxamed is neither beside this program nor in the PATH")
        }
        return found
    }
}
