import API
import Domain

extension QuestionState {
    static let passkeyReset = QuestionState(
        title: .resetPasskeyTitle, lines: [.passkeyResetLoses, .passkeyResetKeeps],
        yes: .replaceIt, effects: [.account(.resetPasskey)])

    static let otherSessions = QuestionState(
        title: .endOthersTitle, lines: [.endOthersLoses], yes: .endThem,
        effects: [.account(.endOtherSessions)])

    static func ending(
        _ session: SessionBody, _ figures: Figures, now: Timestamp
    ) -> QuestionState {
        let place = [session.client, session.address].compactMap(\.self).joined(separator: ", ")
        return QuestionState(
            title: .endSessionTitle,
            lines: [
                Phrase(verbatim: place.isEmpty ? "–" : place),
                .lastSeen(figures.moment(session.lastSeenAt, now: now)), .endSessionLoses,
            ], yes: .endIt, effects: [.account(.endSession(session.id))])
    }

    static func deletion(of key: APIKeyBody) -> QuestionState {
        QuestionState(
            title: .deleteKeyTitle, lines: [Phrase(verbatim: key.name), .deleteKeyLoses],
            yes: .deleteIt, effects: [.account(.deleteKey(key.id))])
    }
}
