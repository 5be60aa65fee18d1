import API
import APIClient
import Domain
import Foundation
import Testing

/// One's own account at the shell.
@Suite(.inTurn) struct AccountCommandTests {
    private func table(_ ended: Ended) -> [String] {
        ended.output.split(separator: "\n").map(String.init)
    }

    @Test("sessions are listed with their client and address, ended one by one and all others")
    func sessions() async throws {
        try await RunningServer.run { server in
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            let elsewhere = try await Person.signedIn("rui", at: server)
            let lines = table(try await rui.enxame("sessions"))
            // Two of the shell, one of the harness that made the account.
            #expect(lines.count == 4)
            #expect(lines[0].contains("Client") && lines[0].contains("Last seen"))
            #expect(lines.count { $0.hasSuffix("this one") } == 1)
            #expect(lines.dropFirst().allSatisfy { $0.contains("enxame/0.1.0  127.0.0.1") })

            let page = try WireCoding.decode(
                Page<SessionBody>.self,
                from: Data(try await elsewhere.enxame("sessions", "--json").output.utf8))
            let mine = try #require(page.items.first { $0.isCurrent }).id
            let ended = try await rui.enxame("sessions", "--end", "\(mine)")
            #expect(ended.output == "Ended session \(mine).\n" && ended.code == 0)
            let out = try await elsewhere.enxame("list")
            #expect(out.code == 77)
            #expect(try await rui.enxame("sessions", "--end", "\(mine)").code == 66)

            #expect(try await rui.enxame("sessions", "--end-others").output == "Ended 1 session.\n")
            #expect(table(try await rui.enxame("sessions")).count == 2)
        }
    }

    @Test(
        "a key is made, works as ENXAME_TOKEN within its permissions, and is refused once deleted")
    func keys() async throws {
        try await RunningServer.run { server in
            let gil = try await Person.joining(server, "gil", as: BuiltInRoles.gerente)
            #expect(try await gil.enxame("keys").error == "You have no keys.\n")
            let made = try await gil.enxame(
                "keys", "create", "nightly", "--permission", "catalog.read", "--days", "30")
            #expect(made.code == 0)
            let key = made.output.trimmingCharacters(in: .newlines)
            #expect(key.hasPrefix("enx_"))
            let lines = table(try await gil.enxame("keys"))
            #expect(lines.count == 2 && lines[1].contains("nightly"))
            #expect(lines[1].contains(/never +catalog\.read$/))
            #expect(!lines.joined().contains(key), "it is shown once")

            func script(_ words: String...) async throws -> Ended {
                let home = try TemporaryFolder()
                let environment = Binaries.environment(
                    home: home.path, ["ENXAME_SERVER": server.url, "ENXAME_TOKEN": key])
                return try await RunningProgram.start(
                    "enxame", words, environment: environment, in: home.path
                ).end()
            }
            let list = try await script("list")
            #expect(list.code == 0 && list.error == "The catalog is empty.\n")
            let refused = try await script("invite")
            #expect(refused.code == 77)
            #expect(refused.complaints == ["enxame: You lack the permission users.invite."])
            // What no key reaches asks for a session.
            #expect(try await script("keys").complaints == ["enxame: You are not signed in."])

            #expect(try await gil.enxame("keys", "delete", "1").output == "Deleted key 1.\n")
            let over = try await script("list")
            #expect(over.code == 77 && over.complaints.count == 1)
        }
    }

    @Test("a key may not be given what one has not, nor a permission that is none")
    func keysRefused() async throws {
        try await RunningServer.run { server in
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            let refused = try await rui.enxame(
                "keys", "create", "x", "--permission", "users.ban")
            #expect(refused.code == 77 && refused.output.isEmpty)
            let unknown = try await rui.enxame("keys", "create", "x", "--permission", "users.fly")
            #expect(unknown.code == 64)
            #expect(unknown.error.contains("“users.fly” is none of: catalog.read"))
            #expect(try await rui.enxame("keys", "create", "x").code == 64)
            #expect(try await rui.enxame("sessions", "--end", "3", "--end-others").code == 64)
        }
    }

    @Test("an invitation brings a newcomer in, and is listed with who came")
    func invitations() async throws {
        try await RunningServer.run { server in
            _ = try await server.admin().call(
                Endpoints.changeSettings, body: SettingsPatch(registration: .invite))
            let gil = try await Person.joining(server, "gil", as: BuiltInRoles.admin)
            let made = try await gil.enxame("invite", "--days", "3", "--note", "clube de leitura")
            #expect(made.code == 0, "\(made.error)")
            let code = made.output.trimmingCharacters(in: .newlines)
            let open = table(try await gil.enxame("invitations"))
            #expect(open.count == 2 && open[1].contains("open"))
            #expect(open[1].hasSuffix("clube de leitura") && !open[1].contains(code))

            let bia = try Person(at: server.url)
            let joined = try await bia.enxame(
                "register", "bia", "--invite", code, input: "nove abelhas e um favo\n")
            #expect(joined.code == 0, "\(joined.error)")
            let used = table(try await gil.enxame("invitations"))
            #expect(used[1].contains("used") && used[1].contains("bia"))

            _ = try await gil.enxame("invite")
            let withdrawn = try await gil.enxame("invitations", "--withdraw", "2")
            #expect(withdrawn.output == "Withdrew invitation 2.\n")
            #expect(try await gil.enxame("invite", "--days", "91").code == 64)
        }
    }

    @Test("a new password comes on standard input, ends every session, and tells of keys")
    func password() async throws {
        try await RunningServer.run { server in
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            _ = try await rui.enxame("keys", "create", "x", "--permission", "catalog.read")
            let wrong = try await rui.enxame(
                "password", input: "no such one\nnove abelhas e um favo\n")
            #expect(wrong.code == 77)
            #expect(wrong.complaints == ["enxame: The name or the password is wrong."])
            #expect(try await rui.enxame("list").code == 0, "a wrong password ends no session")

            let changed = try await rui.enxame(
                "password", input: "rui-secret-1\nnove abelhas e um favo\n")
            #expect(changed.code == 0, "\(changed.error)")
            #expect(table(changed).count == 2)
            #expect(table(changed)[0].hasPrefix("The password is changed"))
            #expect(
                table(changed)[1]
                    == "1 key for scripts ended with the old one: make another with enxame keys.")
            #expect(
                try await rui.enxame("list").complaints == ["enxame: You are not signed in."])
            #expect(
                try await rui.enxame("login", "rui", input: "rui-secret-1\n").code == 77)
            #expect(
                try await rui.enxame("login", "rui", input: "nove abelhas e um favo\n").code == 0)
        }
    }

    @Test("the second factor goes on at the prompts, is asked for, and goes off")
    func secondFactor() async throws {
        try await RunningServer.run { server in
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            let recovery = try await TerminalSession.screen(
                "2fa on", in: rui.home, width: 200, environment: ["ENXAME_SERVER": server.url]
            ) { terminal, _ in
                try await terminal.wait(for: "Password:")
                try await terminal.type("rui-secret-1")
                try await terminal.press("Enter")
                let screen = try await terminal.wait(for: "The code that it shows now:")
                #expect(!screen.contains("rui-secret-1") && screen.contains("otpauth://totp/"))
                let secret = try #require(screen.firstMatch(of: /typing +((?:[A-Z2-7]{4} ?)+)/)).1
                let authenticator = try #require(Authenticator(secret: secret))
                // A slip first.
                try await terminal.type("000000")
                try await terminal.press("Enter")
                try await terminal.wait(for: "The code is wrong")
                let code = authenticator.code()
                try await terminal.type(code)
                try await terminal.press("Enter")
                let done = try await terminal.wait(for: "The second factor is on.")
                #expect(!done.contains(code))
                let all = try await terminal.wait("ten codes") {
                    $0.matches(of: /\w{4}-\w{4}-\w{4}-\w{4}/).count == 10
                }
                #expect(try await terminal.aftermath() == .restored(0))
                return try #require(all.firstMatch(of: /\w{4}-\w{4}-\w{4}-\w{4}/)).0
            }
            let another = try Person(at: server.url)
            let needed = try await another.enxame("login", "rui", input: "rui-secret-1\n")
            #expect(needed.code == 77 && needed.complaints == ["enxame: no code was given"])

            let wrong = try await rui.enxame("2fa", "off", input: "rui-secret-1\n000000\n")
            #expect(wrong.code == 77)
            #expect(wrong.complaints == ["enxame: The code is wrong, or was used before."])
            let off = try await rui.enxame("2fa", "off", input: "rui-secret-1\n\(recovery)\n")
            #expect(off.output == "The second factor is off.\n", "\(off.error)")
            #expect(try await another.enxame("login", "rui", input: "rui-secret-1\n").code == 0)
        }
    }
}
