import API
import APIClient
import Domain
import Foundation
import Testing

/// The keys of the Transfers pane with a real engine behind them.
@Suite(.inTurn) struct TransfersTests {
    @Test(
        "a transfer is paused, resumed, opened in the desktop's viewer, and removed with its file")
    func keys() async throws {
        try await RunningServer.run { server in
            let gil = try await Person.joining(server, "gil", as: BuiltInRoles.gerente)
            let me = try await Person.signedIn("admin", at: server)
            let file = try gil.home.write(noise(3_000_000), to: "aula.avi")
            let viewer = try me.home.write(
                Array("#!/bin/sh\necho \"$@\" > \"$HOME/opened\"\n".utf8), to: "bin/xdg-open")
            #expect(chmod(viewer, 0o700) == 0)
            let path = ["PATH": me.home.path + "/bin:" + Binaries.path]

            try await gil.seeding(file, titled: "Aula 07", uploadLimit: 1000) { entry in
                try await server.admin().awaitSeeder(of: entry.id)
                try await me.screen(width: 80, height: 24, environment: path) { terminal, _ in
                    try await terminal.wait(for: "Aula 07")
                    try await terminal.press("d", "2")
                    try await terminal.wait("it moves") { $0.contains(/Aula 07 .* [1-9]\d?%/) }
                    try await terminal.press("p")
                    try await terminal.wait(for: "paused")
                    // At once again, it would be a key that is held down.
                    try await terminal.press("g", "p")
                    try await terminal.wait("it is complete") { $0.contains(/✓ Aula 07 .* 100%/) }

                    try await terminal.press("o")
                    let here = me.home.path + "/Downloads/aula.avi"
                    try await eventually("the viewer opens it") {
                        me.home.text("opened") == here + "\n"
                    }

                    try await terminal.press("D")
                    try await terminal.wait(for: "2.86 MiB on this disk are deleted for good.")
                    #expect(me.home.exists("Downloads/aula.avi"))
                    try await terminal.press("y")
                    try await terminal.wait(for: "Nothing here yet")
                    try await eventually("the file is gone") { me.home.names("Downloads") == [] }
                    try await terminal.press("Q")
                    let aftermath = try await terminal.aftermath()
                    #expect(aftermath == .restored(0))
                }
            }
        }
    }
}
