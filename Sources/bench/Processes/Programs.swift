import Foundation

/// Where programs are: beside this one, or in the `PATH`.
enum Programs {
    static func beside(_ name: String) throws -> String {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let path = (own as NSString).deletingLastPathComponent + "/" + name
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw BenchError.missing(
                program: path, remedy: "build it with `swift build -c release --product \(name)`")
        }
        return path
    }

    static func installed(_ name: String, package: String) throws -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = (folders + ["/usr/sbin"]).map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else {
            throw BenchError.missing(program: name, remedy: "install the package \(package)")
        }
        return found
    }
}
