package import Domain

/// A caller who is let in: the proof that handlers ask for.
package struct Caller: Hashable, Sendable {
    /// What lets them in.
    package enum Credential: Hashable, Sendable {
        case session(_ family: String)
        case key(APIKeyID)
    }

    package let actor: Actor
    package let account: AccountRecord
    package let credential: Credential

    package init(actor: Actor, account: AccountRecord, credential: Credential) {
        self.actor = actor
        self.account = account
        self.credential = credential
    }

    /// Of the session; `nil` for a key.
    package var family: String? {
        guard case .session(let family) = credential else { return nil }
        return family
    }

    /// The proof that what is an owner's alone asks for: passwords, second factors, sessions and
    /// keys. A key that could change them would be worth as much as the account.
    package func inPerson() throws -> Person {
        guard let family else { throw ServiceError.notByKey }
        return Person(actor: actor, account: account, family: family)
    }

    /// The proof that what takes a permission asks for.
    package func holding(_ permission: Permission) throws -> Permitted {
        if let objection = Conduct.objection(to: actor, using: permission) {
            throw ServiceError.objected(objection)
        }
        return Permitted(actor: actor, account: account)
    }
}

/// A caller who holds the permission that was asked for. Only `Caller.holding` makes one.
package struct Permitted: Hashable, Sendable {
    package let actor: Actor
    package let account: AccountRecord

    fileprivate init(actor: Actor, account: AccountRecord) {
        self.actor = actor
        self.account = account
    }
}

/// A caller who signed in with a password. Only `Caller.inPerson` makes one.
package struct Person: Hashable, Sendable {
    package let actor: Actor
    package let account: AccountRecord
    package let family: String

    fileprivate init(actor: Actor, account: AccountRecord, family: String) {
        self.actor = actor
        self.account = account
        self.family = family
    }
}
