import API
import APIClient
import Domain
import Foundation
import Testing

/// What can go wrong at the shell: one clear line each, and the exit code of sysexits.h.
@Suite(.inTurn) struct CommandLineTests {
    private func expect(
        _ ended: Ended, _ code: Int32, _ line: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(ended.code == code, sourceLocation: sourceLocation)
        #expect(ended.complaints == ["enxame: " + line], sourceLocation: sourceLocation)
        #expect(ended.output.isEmpty, sourceLocation: sourceLocation)
    }

    @Test("a server that is down is named")
    func serverDown() async throws {
        let port = try FreePort.next()
        let me = try Person(at: "http://127.0.0.1:\(port)")
        let ended = try await me.enxame("login", "admin", input: "admin123\n")
        #expect(ended.code == 69)
        #expect(ended.complaints.count == 1)
        #expect(ended.error.hasPrefix("enxame: 127.0.0.1 cannot be reached: "))
    }

    @Test("a server that is none, and an address that is none, are told apart")
    func noServer() async throws {
        try await FreePort.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi") { port in
            let me = try Person(at: "http://127.0.0.1:\(port)")
            let ended = try await me.enxame("login", "admin", input: "admin123\n")
            #expect(ended.code == 65)
            #expect(ended.complaints.count == 1)
            #expect(ended.error.contains("does not answer as an Enxame server does"))
        }
        let ended = try await Person(at: "ftp://example").enxame("list")
        #expect(ended.code == 64)
        #expect(ended.error.contains("“ftp://example” is not the address of a server."))
    }

    @Test("whoever is not who they say, not signed in, or not allowed, is told so")
    func notAllowed() async throws {
        try await RunningServer.run { server in
            let me = try Person(at: server.url)
            expect(try await me.enxame("list"), 77, "You are not signed in.")
            expect(
                try await me.enxame("login", "admin", input: "wrong\n"), 77,
                "The name or the password is wrong.")
            expect(try await me.enxame("login", "admin"), 77, "no password was given")

            let guest = try await Person.joining(server, "visita", as: BuiltInRoles.guest)
            let file = try guest.home.write(noise(1000), to: "meu.bin")
            let ended = try await guest.enxame("seed", file)
            #expect(ended.code == 77)
            #expect(ended.complaints.last?.hasPrefix("enxame: ") == true)
            #expect(
                try await server.admin().call(Endpoints.catalog, query: CatalogQuery()).items == [])
        }
    }

    @Test("a session that is over is told apart from none")
    func sessionOver() async throws {
        try await RunningServer.run { server in
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            #expect(try await rui.enxame("logout").output == "Signed out of \(server.url).\n")
            expect(try await rui.enxame("list"), 77, "You are not signed in.")
        }
    }

    @Test("what is not there to share is named, and nothing is published")
    func nothingToShare() async throws {
        try await RunningServer.run { server in
            let me = try await Person.signedIn("admin", at: server)
            let home = me.home.path
            try me.home.write(noise(100), to: "target.bin")
            try FileManager.default.createSymbolicLink(
                atPath: home + "/link", withDestinationPath: home + "/target.bin")
            try FileManager.default.createDirectory(
                atPath: home + "/empty", withIntermediateDirectories: false)
            try me.home.write(noise(100), to: "ev\u{1B}[31mil\n.txt")

            expect(try await me.enxame("seed", "nope.bin"), 66, "\(home)/nope.bin is missing")
            expect(
                try await me.enxame("seed", "link"), 65,
                "\(home)/link is a symbolic link, and links are not shared")
            expect(
                try await me.enxame("seed", "empty"), 66,
                "there is no file to share in \(home)/empty")
            let hostile = try await me.enxame("seed", "ev\u{1B}[31mil\n.txt")
            #expect(hostile.code == 65)
            #expect(hostile.complaints.count == 1)
            #expect(!hostile.error.contains("\u{1B}"))
            #expect(try await me.enxame("list").error == "The catalog is empty.\n")
        }
    }

    @Test(
        "what cannot be understood is answered with how it is said",
        arguments: [
            ["download"], ["download", "-5"], ["list", "--limit", "0"],
            ["list", "--sort", "beauty"],
            ["search"], ["seed"], ["login"], ["nonsense"],
            ["seed", "x", "--min-role-weight", "1001"],
            ["seed", "x", "--upload-limit", "-1"],
        ])
    func usage(words: [String]) async throws {
        let ended = try await Person(at: "http://127.0.0.1:9").enxame(words)
        #expect(ended.code == 64)
        #expect(ended.error.hasPrefix("Error: "))
        #expect(ended.error.contains("Usage: "))
        #expect(ended.output.isEmpty)
    }

    @Test("an answer that nobody can take is an error, not a crash")
    func brokenOutput() async throws {
        try await RunningServer.run { server in
            let me = try await Person.signedIn("admin", at: server)
            let ended = try await RunningProgram.start(
                "sh", ["-c", "exec enxame list --json > /dev/full"], environment: me.environment,
                in: me.home.path
            ).end()
            expect(ended, 74, "standard output cannot be written to")
        }
    }
}
