import API
import Cells
import Domain

/// Takes in what happened and says what is to be done: the only place where the state changes.
package func update(_ state: inout AppState, _ message: Message) -> [Effect] {
    var effects = state.take(message)
    effects += state.followCursors()
    state.settleCursors()
    effects += state.keepTime()
    return effects
}

extension AppState {
    fileprivate mutating func take(_ message: Message) -> [Effect] {
        switch message {
        case .started: start()
        case .keyPressed(let key, let time): keyPressed(key, at: time)
        case .keysRested: keysRested()
        case .resized(let size): resized(to: size)
        case .pointed(let event, let time): pointed(event, at: time)
        case .terminalAnswered(let isLight): terminalAnswered(isGroundLight: isLight)
        case .ticked(let now): ticked(now)
        case .chosen(let action): perform(action)
        case .communityHosted(let outcome): communityHosted(outcome)
        case .demoStarted(let outcome): demoStarted(outcome)
        case .signedIn(let server, let outcome): signedIn(at: server, outcome)
        case .sessionResumed(let server, let outcome): sessionResumed(at: server, outcome)
        case .sessionRecalled(let server, let me): sessionRecalled(at: server, me)
        // What is left of a session that is over says nothing to anybody.
        default: session == nil ? [] : takeInSession(message)
        }
    }

    private mutating func takeInSession(_ message: Message) -> [Effect] {
        if batch == nil { rememberIrrevocable(message) }
        return switch message {
        case .stepped(let number, let message): stepped(number, message)
        case .meFetched(let outcome): meFetched(outcome)
        case .rolesFetched(let outcome): rolesFetched(outcome)
        case .settingsFetched(let outcome): settingsFetched(outcome)
        case .passwordChanged(let outcome): passwordChanged(outcome)
        case .accountAnswered(let answer): accountAnswered(answer)
        case .eventsConnected: eventsConnected()
        case .eventsInterrupted(let seconds): eventsInterrupted(retryInSeconds: seconds)
        case .communityHappened(let event): communityHappened(event)
        case .eventsEnded(let failure): eventsEnded(failure)

        case .catalogFound(let query, let outcome):
            query.status == .pending
                ? approvalsFound(outcome) : catalogFound(query, outcome)
        case .catalogRecalled(let query, let kept): catalogRecalled(query, kept)
        case .suggestionsFound(let query, let outcome): suggestionsFound(query, outcome)
        case .facetsCounted(let query, let outcome): facetsCounted(query, outcome)
        case .detailFetched(let id, let outcome): detailFetched(id, outcome)
        case .entryDeleted(let id, let outcome): entryDeleted(id, outcome)
        case .uploadApproved(let id, let outcome): uploadDecided(id, outcome, .approved)
        case .uploadRejected(let id, let outcome): uploadDecided(id, outcome, .rejected)
        case .uploadSentBack(let id, let outcome): uploadDecided(id, outcome, .changesRequested)

        case .downloadStarted(let id, let outcome): downloadStarted(id, outcome)
        case .torrentsInspected(let files): torrentsInspected(files)
        case .torrentAdded(let name, let outcome): torrentAdded(name: name, outcome)
        case .transferHappened(let event): transferHappened(event)
        case .transfersFailed(let failure): transfersFailed(failure)
        case .transferRefused(_, let failure): refuse(failure)
        case .filesOpened(let name, let outcome): filesOpened(name, outcome)
        case .transfersReported(let outcome): transfersReported(outcome)
        case .diskMeasured(let free): diskMeasured(free)
        case .columnSized(let table, let column, let width):
            columnSized(table, column, to: width)
        case .transfersLimited(let outcome): transfersLimited(outcome)

        case .statsFetched(let id, let outcome): statsFetched(id, outcome)
        case .historyFetched(let id, let query, let outcome): historyFetched(id, query, outcome)
        case .sharesFetched(let id, let outcome): sharesFetched(id, outcome)
        case .ratioAdjusted(let id, let outcome): ratioAdjusted(id, outcome)
        case .leaderboardFetched(let query, let outcome): leaderboardFetched(query, outcome)

        case .usersFound(let query, let outcome): usersFound(query, outcome)
        case .namesFound(let query, let outcome): namesFound(query, outcome)
        case .userCreated(let outcome): userCreated(outcome)
        case .userChanged(let outcome): userChanged(outcome)
        case .roleSaved(let outcome): roleSaved(outcome)
        case .roleDeleted(let id, let outcome): roleDeleted(id, outcome)
        case .settingsChanged(let outcome): settingsChanged(outcome)
        case .auditFetched(let query, let outcome): auditFetched(query, outcome)
        case .memberFetched(let id, let outcome): memberFetched(id, outcome)
        case .userDeleted(let id, let outcome): userDeleted(id, outcome)
        case .membersSecondFactorRemoved(let id, let outcome):
            membersSecondFactorRemoved(id, outcome)
        case .notesFetched(let id, let query, let outcome): notesFetched(id, query, outcome)
        case .noteAdded(let id, let outcome): noteAdded(id, outcome)
        case .noteDeleted(let id, let note, let outcome): noteDeleted(id, note, outcome)
        case .evidenceFetched(let query, let outcome): evidenceFetched(query, outcome)
        case .evidenceCaseFetched(let id, let outcome): evidenceCaseFetched(id, outcome)
        case .evidenceReviewed(let id, let outcome): evidenceReviewed(id, outcome)
        case .addressBansFetched(let query, let outcome): addressBansFetched(query, outcome)
        case .clientBansFetched(let query, let outcome): clientBansFetched(query, outcome)
        case .addressesBanned(let outcome): banMade(.addresses, outcome.map(\.range))
        case .clientBanned(let outcome): clientRuleMade(outcome)
        case .addressesUnbanned(let id, let outcome): banLifted(.addresses, id, outcome)
        case .clientUnbanned(let id, let outcome): banLifted(.clients, id, outcome)
        case .invitationsFetched(let query, let outcome): invitationsFetched(query, outcome)
        case .invited(let outcome): invited(outcome)
        case .invitationWithdrawn(let id, let outcome): invitationWithdrawn(id, outcome)

        case .started, .keyPressed, .keysRested, .resized, .pointed, .terminalAnswered, .ticked,
            .chosen, .communityHosted, .demoStarted,
            .signedIn, .sessionResumed, .sessionRecalled:
            []
        }
    }

    private mutating func terminalAnswered(isGroundLight: Bool?) -> [Effect] {
        self.isGroundLight = isGroundLight ?? false
        return []
    }

    /// An answer that came as a step of a batch.
    mutating func takeStep(_ message: Message) -> [Effect] { takeInSession(message) }

    private mutating func resized(to size: Size) -> [Effect] {
        self.size = size
        return []
    }
}
