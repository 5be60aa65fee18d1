import Client
import ClientRuntime
import Foundation
import Subprocess

/// The desktop's own viewer, through `xdg-open`.
struct DesktopAdapter: DesktopPort {
    /// A viewer that is still running by then has opened.
    private static let patience = Duration.seconds(2)

    func open(path: String) async throws(CommunityFailure) {
        guard FileManager.default.fileExists(atPath: path) else {
            throw CommunityFailure(.missing, "\(path) is not there any more.")
        }
        let (ends, end) = AsyncStream.makeStream(of: String?.self)
        // Not a child task: the viewer may stay open for as long as its user likes.
        Task.detached { end.yield(await Self.problem(opening: path)) }
        Task.detached {
            try? await Task.sleep(for: Self.patience)
            end.yield(nil)
        }
        for await problem in ends {
            if let problem { throw CommunityFailure(.broken, problem) }
            return
        }
    }

    /// `nil` when the viewer ended well.
    private static func problem(opening path: String) async -> String? {
        var options = PlatformOptions()
        options.createSession = true
        do {
            let result = try await Subprocess.run(
                .name("xdg-open"), arguments: [path], platformOptions: options, input: .none,
                output: .discarded, error: .discarded)
            return result.terminationStatus.isSuccess
                ? nil : "The desktop has no viewer for \((path as NSString).lastPathComponent)."
        } catch {
            return "xdg-open is not installed, so no viewer can be opened."
        }
    }
}
