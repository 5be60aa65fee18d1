import Foundation

/// Where the programs under test are: beside the test bundle.
enum Binaries {
    static let folder: String = {
        let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let beside = ((bundle ?? "") as NSString).deletingLastPathComponent
        if FileManager.default.isExecutableFile(atPath: beside + "/enxamed") { return beside }
        var checkout = URL(filePath: #filePath)
        for _ in 1...4 { checkout.deleteLastPathComponent() }
        return checkout.path + "/.build/debug"
    }()

    /// So that `enxame` and `enxamed` are found by name, as a person types them.
    static var path: String {
        folder + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    }

    /// What every child gets, and nothing of what the machine happens to have set.
    static func environment(home: String, _ more: [String: String] = [:]) -> [String: String] {
        let plain = [
            "PATH": path, "HOME": home, "TMPDIR": home + "/tmp", "LANG": "C.UTF-8",
            // A crash is a crash: no half minute of analysis.
            "SWIFT_BACKTRACE": "enable=no",
        ]
        return plain.merging(more) { $1 }
    }
}
