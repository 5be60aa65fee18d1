import API
import APIClient
import ArgumentParser
import Cells
import Domain

struct InviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Invite a newcomer: makes a code that works once.",
        discussion: "The newcomer gives it to enxame register NAME --invite CODE.")

    @OptionGroup var common: CommonFlags

    @Option(help: "How many days it holds, 1 to 90.")
    var days: Int?

    @Option(help: "For whom, or why; shown to whoever sees the invitation.")
    var note: String?

    func validate() throws {
        guard days.map({ (1...90).contains($0) }) ?? true else {
            throw ValidationError("--days is a number from 1 to 90.")
        }
    }

    func run() async throws {
        try await reporting {
            let invitation = try await common.client().call(
                Endpoints.invite, body: NewInvitation(expiresInDays: days, note: note))
            if common.json { return try Console.json(invitation) }
            Console.error(
                "Invitation \(invitation.id.rawValue), until "
                    + "\(Console.time(invitation.expiresAt)); the code is shown this once:")
            try Console.line(invitation.code ?? "")
        }
    }
}

struct InvitationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invitations", abstract: "Whom you invited, and what came of it.",
        discussion: "Those who manage members see everybody's.")

    @OptionGroup var common: CommonFlags

    @Option(help: "How many at the most, 1 to 200.")
    var limit = 50

    @Option(help: "Withdraw the open invitation of this ID.")
    var withdraw: Int64?

    func validate() throws {
        guard PageQuery.limits.contains(limit) else {
            throw ValidationError("--limit is a number from 1 to 200.")
        }
    }

    func run() async throws {
        try await reporting {
            let client = try common.client()
            if let withdraw {
                _ = try await client.call(Endpoints.withdrawInvitation, ids: [withdraw])
                if !common.json { try Console.line("Withdrew invitation \(withdraw).") }
                return
            }
            let page = try await client.call(
                Endpoints.invitations, query: PageQuery(limit: limit))
            if common.json { return try Console.json(page) }
            guard !page.items.isEmpty else { return Console.error("There are no invitations.") }
            try show(page.items)
            if let total = page.total, total > page.items.count {
                Console.error("\(page.items.count) of \(total); --limit shows more.")
            }
        }
    }

    private func show(_ invitations: [InvitationBody]) throws {
        let table = LineTable(
            columns: [
                .init(title: "ID", alignment: .right), .init(title: "State"),
                .init(title: "By"), .init(title: "Until"), .init(title: "Came in"),
                .init(title: "Note"),
            ], flexible: (index: 5, minimum: 16))
        let rows = invitations.map { invitation in
            [
                String(invitation.id.rawValue), invitation.state.rawValue,
                invitation.invitedBy.username, Console.time(invitation.expiresAt),
                invitation.usedBy?.username ?? "–", invitation.note ?? "",
            ]
        }
        for line in table.lines(rows, width: Console.width) { try Console.line(line) }
    }
}
