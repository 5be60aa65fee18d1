import Domain

/// Why something asked of the community, the torrents or the desktop did not happen.
package struct CommunityFailure: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Nobody answered.
        case unreachable
        /// The session is over, or was never there.
        case signedOut
        /// The rules said no.
        case refused
        /// What was asked for is not there, or not for the caller's eyes.
        case missing
        /// The server could not read what was sent, or did not like it.
        case invalid
        /// Too often; later it may work.
        case limited
        /// Something broke, there or here.
        case broken
    }

    package let kind: Kind
    /// The stable name of a `Problem`, where there is one.
    package let code: String?
    /// One sentence for people, fit for one line of the screen.
    package let sentence: String

    /// A wrong password is no reason to doubt the session it was typed in.
    package var endsSession: Bool {
        kind == .signedOut
            && !["wrong_credentials", "wrong_code", "second_factor_needed"].contains(code)
    }

    package init(_ kind: Kind, code: String? = nil, _ sentence: String) {
        self.kind = kind
        self.code = code
        self.sentence = OneLine.cleaned(sentence)
    }
}

/// What came of an effect.
package typealias Outcome<Value> = Result<Value, CommunityFailure>
