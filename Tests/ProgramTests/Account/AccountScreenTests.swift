import API
import APIClient
import Domain
import Foundation
import Testing

/// One's own account on the full screen, against a real server.
@Suite(.inTurn) struct AccountScreenTests {
    @Test("a session ended from elsewhere is told, and the way in knows the server still")
    func endedElsewhere() async throws {
        try await RunningServer.run { server in
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            try await rui.screen { terminal, _ in
                try await terminal.wait(for: "● live")
                let other = try await server.client(RunningServer.request("rui"))
                _ = try await other.call(Endpoints.endOtherSessions)
                try await terminal.wait(for: "The session was ended from another one.")
                try await terminal.wait(for: server.url.replacing("http://", with: ""))
                try await terminal.type("rui-secret-1")
                try await terminal.press("Enter")
                try await terminal.wait(for: "rui [Member]")
            }
        }
    }

    @Test("a new password says what became of it, keys counted, and signs in again")
    func password() async throws {
        try await RunningServer.run { server in
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            _ = try await rui.enxame("keys", "create", "x", "--permission", "catalog.read")
            try await rui.screen { terminal, _ in
                try await terminal.wait(for: "● live")
                try await terminal.press("A")
                try await terminal.wait(for: "Keys for scripts 1")
                try await terminal.press("p")
                try await terminal.wait(for: "Current password")
                try await terminal.type("rui-secret-1")
                for _ in 0..<2 {
                    try await terminal.press("Tab")
                    try await terminal.type("nove abelhas e um favo")
                }
                try await terminal.press("Enter")
                try await terminal.wait(for: "sign in with the new one. 1 key for")
                try await terminal.type("nove abelhas e um favo")
                try await terminal.press("Enter")
                try await terminal.wait(for: "rui [Member]")
            }
        }
    }

    @Test("the second factor is turned on and the recovery codes are shown")
    func secondFactor() async throws {
        try await RunningServer.run { server in
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            try await rui.screen(width: 80, height: 24) { terminal, _ in
                try await terminal.wait(for: "● live")
                try await terminal.press("A")
                try await terminal.wait(for: "whoever has the password gets in")
                try await terminal.press("f")
                try await terminal.wait(for: "Password")
                try await terminal.type("rui-secret-1")
                try await terminal.press("Enter")
                let screen = try await terminal.wait(for: "otpauth://totp/")
                let secret = try #require(screen.firstMatch(of: /((?:[A-Z2-7]{4} )+[A-Z2-7]{4})/)).1
                // The same key again so soon would be one that is held, and shuts nothing.
                try await terminal.press("C-l", "Enter")
                try await terminal.wait(for: "six digits")
                try await terminal.type(try #require(Authenticator(secret: secret)).code())
                try await terminal.press("Enter")
                try await terminal.wait("ten codes") {
                    $0.matches(of: /\w{4}-\w{4}-\w{4}-\w{4}/).count == 10
                }
                try await terminal.press("C-l", "Enter")
                try await terminal.wait(for: "signing in asks for a code too")
            }
            #expect(try await server.secondFactor(of: "rui"))
        }
    }
}

extension RunningServer {
    /// Whether signing in asks for a code.
    fileprivate func secondFactor(of username: String) async throws -> Bool {
        do {
            _ = try await client(Self.request(username))
            return false
        } catch APIError.refused(let problem) {
            return problem.code == "second_factor_needed"
        }
    }
}
