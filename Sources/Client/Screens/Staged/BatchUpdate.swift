import API
import Domain

extension AppState {
    mutating func begin(_ act: StagedAct, in list: MarkedList, _ steps: [Batch.Step]) -> [Effect] {
        guard !steps.isEmpty else { return [] }
        batchNumber += 1
        let batch = Batch(act, in: list, steps: steps, number: batchNumber)
        self.batch = batch
        return batch.effects
    }

    /// - Parameter message: what came of the step; `nil` when there is nothing to tell of it.
    mutating func stepped(_ number: Int, _ message: Message?) -> [Effect] {
        guard var batch, batch.number == number, let step = batch.current else { return [] }
        var effects: [Effect] = []
        if let message, let failure = message.failure {
            if failure.endsSession { return refuse(failure) }
            batch.failed.append(
                Batch.Failed(title: step.title, reason: failure.phrase, effect: step.effect))
            release(step)
            if case .download(let id, _) = step.effect { catalog.downloadFailures[id] = failure }
        } else {
            if let subject = step.subject { unmark(subject) }
            if let inverse = inverse(of: step) { batch.inverses.append(inverse) }
            self.batch = batch
            if let message { effects = takeStep(message) }
            // An answer may have told what it takes back.
            batch = self.batch ?? batch
        }
        guard session != nil else { return effects }
        batch.advance()
        self.batch = batch
        if batch.current != nil { return effects + batch.effects }
        self.batch = nil
        finish(batch)
        return effects
    }

    private mutating func finish(_ batch: Batch) {
        let well = batch.steps.count - batch.failed.count
        if let undo = batch.undo { return finish(undo, batch) }
        if well > 0 {
            remember(
                .undoBatch(batch.act, well),
                batch.inverses.isEmpty ? .impossible() : .acts(batch.inverses))
        }
        guard let first = batch.failed.first else {
            note(.batchDone(batch.act, well), .good)
            return
        }
        for failed in batch.failed { list(.batchFailed(failed.title, failed.reason), .bad) }
        note(.batchPartly(batch.act, well, first, more: batch.failed.count - 1), .bad)
    }

    /// What was refused can be undone again, once whatever stands against it is gone.
    private mutating func finish(_ undo: Undo, _ batch: Batch) {
        guard let first = batch.failed.first else {
            note(.undone(undo.title), .good)
            return
        }
        undos.append(Undo(title: undo.title, way: .acts(batch.failed.map(\.effect))))
        note(.cannot(.undoing(undo.title), first.reason), .bad)
    }

    /// What was set aside for a step that failed.
    private mutating func release(_ step: Batch.Step) {
        switch step.effect {
        case .download(let id, _): catalog.downloading.remove(id)
        case .approve(let id), .reject(let id, _), .sendBack(let id, _):
            admin.approvals.deciding.remove(id)
        default: break
        }
    }

    private mutating func unmark(_ subject: StagedSubject) {
        switch subject {
        case .entry(let id):
            catalog.marks.remove(id)
            catalog.markedItems[id] = nil
            admin.approvals.marks.remove(id)
        case .transfer(let hash): transfers.marks.remove(hash)
        case .member(let id): admin.users.marks.remove(id)
        case .addressBan(let id): admin.bans.addressMarks.remove(id)
        case .clientBan(let id): admin.bans.clientMarks.remove(id)
        case .invitation(let id): admin.invitations.marks.remove(id)
        }
    }
}

extension Message {
    /// Why an act was refused or did not come off.
    var failure: CommunityFailure? {
        switch self {
        case .entryDeleted(_, .failure(let failure)), .uploadApproved(_, .failure(let failure)),
            .uploadRejected(_, .failure(let failure)), .uploadSentBack(_, .failure(let failure)),
            .downloadStarted(_, .failure(let failure)), .transferRefused(_, let failure),
            .userChanged(.failure(let failure)), .addressesUnbanned(_, .failure(let failure)),
            .clientUnbanned(_, .failure(let failure)), .settingsChanged(.failure(let failure)),
            .invitationWithdrawn(_, .failure(let failure)):
            failure
        default: nil
        }
    }
}
