import API
import APIClient
import ArgumentParser
import Cells
import Client
import Domain
import Foundation

struct SessionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "Where you are signed in, and ending it.",
        discussion: "Without an option it lists them. A session that is ended is out at once.")

    @OptionGroup var common: CommonFlags

    @Option(help: "End the session of this ID.")
    var end: Int64?

    @Flag(help: "End every session but this one.")
    var endOthers = false

    func validate() throws {
        guard end == nil || !endOthers else {
            throw ValidationError("--end and --end-others do not go together.")
        }
        guard end.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--end takes an ID, as enxame sessions lists them.")
        }
    }

    func run() async throws {
        try await reporting {
            let client = try common.personalClient()
            if let end {
                _ = try await client.call(Endpoints.endOwnSession, ids: [end])
                if !common.json { try Console.line("Ended session \(end).") }
            } else if endOthers {
                let ended = try await client.call(Endpoints.endOtherSessions)
                if common.json { return try Console.json(ended) }
                try Console.line(
                    ended.ended == 1 ? "Ended 1 session." : "Ended \(ended.ended) sessions.")
            } else {
                try list(try await client.call(Endpoints.ownSessions))
            }
        }
    }

    private func list(_ page: Page<SessionBody>) throws {
        if common.json { return try Console.json(page) }
        let table = LineTable(
            columns: [
                .init(title: "ID", alignment: .right), .init(title: "Client"),
                .init(title: "Address"), .init(title: "Began"), .init(title: "Last seen"),
                .init(title: ""),
            ], flexible: (index: 1, minimum: 12))
        let rows = page.items.map { session in
            [
                String(session.id.rawValue), session.client ?? "–", session.address ?? "–",
                Console.time(session.beganAt), Console.time(session.lastSeenAt),
                session.isCurrent ? "this one" : "",
            ]
        }
        for line in table.lines(rows, width: Console.width) { try Console.line(line) }
    }
}

extension Console {
    private static let calendar = LocalCalendar.ofThisMachine(
        now: Int64(Date().timeIntervalSince1970), localeName: "")

    /// `2026-11-20 21:04`, here: sorts as it reads.
    static func time(_ timestamp: Timestamp) -> String {
        let date = calendar.date(timestamp)
        func padded(_ number: some BinaryInteger) -> String {
            number < 10 ? "0\(number)" : "\(number)"
        }
        return "\(date.year)-\(padded(date.month))-\(padded(date.day)) "
            + "\(padded(date.hour)):\(padded(date.minute))"
    }
}
