extension AppState {
    /// Says something at the bottom for some seconds, and keeps it in the list of what happened.
    mutating func note(_ text: Phrase, _ tone: ActivityState.Tone = .plain) {
        activity.add(text, tone, isToast: true, at: now)
    }

    /// Keeps something in the list of what happened.
    mutating func list(_ text: Phrase, _ tone: ActivityState.Tone = .plain) {
        activity.add(text, tone, isToast: false, at: now)
    }

    /// Says why something did not happen; a session that the server does not know is over here too.
    mutating func refuse(_ failure: CommunityFailure) -> [Effect] {
        if failure.endsSession { return endSession(.sessionOver) }
        note(failure.phrase, .bad)
        return []
    }

    /// As `refuse`, for what nobody asked for just now: only the end of the session is told.
    mutating func bear(_ failure: CommunityFailure) -> [Effect] {
        failure.endsSession ? endSession(.sessionOver) : []
    }
}
