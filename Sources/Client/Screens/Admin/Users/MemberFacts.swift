import API
import Cells
import Domain

/// What is known of a member, in lines: beside the list, and on the card.
struct MemberFacts {
    let state: AppState
    let member: UserBody?

    func rows(width: Int) -> [[Span]] {
        guard let member else { return [] }
        let figures = state.figures
        let now = state.now.timestamp
        let stats = member.stats
        let ratio = Ratio(up: stats.bytesUp, down: stats.bytesDown)
        var rows: [[Span]] = [
            [
                RoleBadge(member.role.name, member.role.weight).span,
                Span("  " + state.say(.weighs(member.role.weight.value)), .textDim),
            ],
            [
                Span(state.say(.since) + " ", .textDim),
                Span(figures.day(member.createdAt, now: now)),
            ],
        ]
        if let inviter = state.admin.users.file.flatMap({ $0.id == member.id ? $0.profile : nil })?
            .invitedBy
        {
            rows.append([
                Span(state.say(.invitedBy) + " ", .textDim), Span(inviter.username),
            ])
        }
        rows += [
            [],
            [
                Span(state.say(.ratioWord) + " ", .textDim),
                Span(figures.ratio(ratio), Style(stats.meaning, .bold)),
            ],
            [
                Span("↑ ", .upload), Span(figures.long(stats.bytesUp)),
                Span("  ↓ ", .download), Span(figures.long(stats.bytesDown)),
            ],
            [Span(state.say(.seedingAndLeeching(stats.seeding, stats.leeching)), .textDim)],
        ]
        if let ban = member.ban {
            let until = ban.expiresAt.map { Phrase.until(figures.day($0, now: now)) } ?? .forGood
            rows += [[], [Span("\(state.say(.banned)), \(state.say(until))", .bad)]]
            rows += ban.reason.wrapped(to: max(1, width)).map { [Span($0)] }
        }
        return rows
    }
}
