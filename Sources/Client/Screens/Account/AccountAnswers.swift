import API
import Domain

extension AppState {
    mutating func accountAnswered(_ answer: AccountAnswer) -> [Effect] {
        switch answer {
        case .sessions(let outcome): return list(outcome, in: \.sessions)
        case .keys(let outcome): return list(outcome, in: \.keys)
        case .sessionEnded(let id, let outcome):
            return finish(outcome, .sessionIsEnded, again: .sessions) { state in
                state.account.sessions.items.removeAll { $0.id == id }
            }
        case .keyDeleted(let id, let outcome):
            return finish(outcome, .keyIsDeleted, again: .keys) { state in
                state.account.keys.items.removeAll { $0.id == id }
            }
        case .otherSessionsEnded(.success(let ended)):
            tell(.othersAreEnded(ended.ended), .good)
            return [.account(.sessions)]
        case .otherSessionsEnded(.failure(let failure)), .passkeyReset(.failure(let failure)):
            return refuseOnAccount(failure)
        case .keyCreated(let outcome): return keyCreated(outcome)
        case .passkeyReset(.success(let me)):
            let effects = session.map { announceEffects($0.me, me) } ?? []
            session?.me = me
            tell(.passkeyIsNew, .good)
            return effects
        case .secondFactorBegun(let outcome): return secondFactorBegun(outcome)
        case .secondFactorConfirmed(let outcome): return secondFactorConfirmed(outcome)
        case .secondFactorRemoved(let outcome): return secondFactorRemoved(outcome)
        }
    }

    private mutating func list<Item>(
        _ outcome: Outcome<[Item]>,
        in place: WritableKeyPath<AccountState, AccountState.Listing<Item>>
    ) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            account[keyPath: place].failure = failure
            return bear(failure)
        case .success(let items):
            account[keyPath: place].failure = nil
            account[keyPath: place].hasAnswer = true
            account[keyPath: place].items = items
            return []
        }
    }

    /// What is gone already is as good as ended.
    private mutating func finish(
        _ outcome: Outcome<Nothing>, _ sentence: Phrase, again: AccountRequest,
        _ remove: (inout AppState) -> Void
    ) -> [Effect] {
        if case .failure(let failure) = outcome, failure.kind != .missing {
            return refuseOnAccount(failure)
        }
        remove(&self)
        tell(sentence, .good)
        return [.account(again)]
    }

    private mutating func refuseOnAccount(_ failure: CommunityFailure) -> [Effect] {
        if failure.endsSession { return refuse(failure) }
        tell(failure.phrase, .bad)
        return []
    }

    private mutating func keyCreated(_ outcome: Outcome<APIKeyBody>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            guard case .keyForm(var form) = overlays.last else { return refuseOnAccount(failure) }
            form.isBusy = false
            form.failure = failure.phrase
            overlays[overlays.count - 1] = .keyForm(form)
            return bear(failure)
        case .success(let key):
            if case .keyForm = overlays.last { overlays.removeLast() }
            account.said = nil
            // Shown also to whoever closed the form meanwhile: nobody can show it again.
            overlays.append(.once(.key(key)))
            return [.account(.keys)]
        }
    }

    // MARK: the second factor

    private mutating func secondFactorBegun(_ outcome: Outcome<SecondFactorSecret>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            return failForm(failure) { $0 == .account(.beginSecondFactor) }
        case .success(let secret):
            // Nobody waits any more: nothing is on, and a new one can be begun.
            guard case .form(let form) = overlays.last,
                form.purpose == .account(.beginSecondFactor)
            else { return [] }
            overlays[overlays.count - 1] = .once(.authenticator(secret))
            return []
        }
    }

    private mutating func secondFactorConfirmed(_ outcome: Outcome<RecoveryCodes>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            return failForm(failure) { $0 == .account(.confirmSecondFactor) }
        case .success(let codes):
            closeForm { $0 == .account(.confirmSecondFactor) }
            tell(.secondFactorIsOn, .good)
            overlays.append(.once(.recovery(codes.recoveryCodes)))
            return [.fetchMe]
        }
    }

    private mutating func secondFactorRemoved(_ outcome: Outcome<Nothing>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            return failForm(failure) { $0 == .account(.removeSecondFactor) }
        case .success:
            closeForm { $0 == .account(.removeSecondFactor) }
            tell(.secondFactorIsOff, .good)
            return [.fetchMe]
        }
    }
}
