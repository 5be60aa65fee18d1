import Foundation
import Testing

/// Ports that somebody else has.
@Suite(.inTurn) struct PortTests {
    private func start(_ folder: TemporaryFolder, api: Int, tracker: Int) async throws -> Ended {
        try await RunningProgram.start(
            "enxamed", [],
            environment: Binaries.environment(
                home: folder.path,
                [
                    "ENXAME_LISTEN": "127.0.0.1:\(api)",
                    "ENXAME_TRACKER_LISTEN": "127.0.0.1:\(tracker)",
                ]), in: folder.path
        ).end()
    }

    @Test("a port in use is one line, before a folder is made or a password shown")
    func inUse() async throws {
        try await FreePort.held { port in
            let line = "enxamed: cannot listen on 127.0.0.1:\(port): address already in use"
            for (api, tracker) in [(port, 0), (0, port)] {
                let folder = try TemporaryFolder()
                let ended = try await start(folder, api: api, tracker: tracker)
                #expect(ended.code == 69)
                #expect(ended.complaints == [line])
                #expect(ended.output.isEmpty)
                #expect(folder.names() == ["tmp"])
            }
        }
    }

    @Test("one port for both the API and the tracker is one line too")
    func sameTwice() async throws {
        let (folder, port) = (try TemporaryFolder(), try FreePort.next())
        let ended = try await start(folder, api: port, tracker: port)
        #expect(ended.code == 69)
        #expect(ended.complaints.count == 1)
        #expect(folder.names() == ["tmp"])
    }
}
