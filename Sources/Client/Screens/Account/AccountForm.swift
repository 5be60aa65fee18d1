import API

/// What the account's forms are for.
package enum AccountForm: Hashable, Sendable {
    case beginSecondFactor, confirmSecondFactor, removeSecondFactor
}

extension FormState {
    static let secondFactorPassword = FormState(
        .account(.beginSecondFactor), title: .turnSecondFactorOn,
        intro: [.secondFactorWhat, .secondFactorNeeds],
        fields: [Field(.password, .secret(TextField()))])

    /// The secret stays in sight, for whoever is still typing it.
    static func firstCode(of secret: String) -> FormState {
        FormState(
            .account(.confirmSecondFactor), title: .turnSecondFactorOn,
            intro: [.firstCodeWhat, .secretIs(secret)],
            fields: [Field(.secondFactorCode, hint: .sixDigits, .text(TextField()))])
    }

    static let secondFactorRemoval = FormState(
        .account(.removeSecondFactor), title: .turnSecondFactorOff, intro: [.secondFactorOffMeans],
        fields: [
            Field(.password, .secret(TextField())),
            Field(.secondFactorCode, hint: .codeOrRecovery, .text(TextField())),
        ])

    func accountEffects(_ form: AccountForm) throws(Mistake) -> [Effect] {
        switch form {
        case .beginSecondFactor:
            return [.account(.beginSecondFactor(SecondFactorRequest(password: try given(0))))]
        case .confirmSecondFactor:
            return [.account(.confirmSecondFactor(SecondFactorCode(code: try code(0))))]
        case .removeSecondFactor:
            let removal = SecondFactorRemoval(password: try given(0), code: try code(1))
            return [.account(.removeSecondFactor(removal))]
        }
    }

    private func given(_ field: Int) throws(Mistake) -> String {
        guard !fields[field].text.isEmpty else {
            throw Mistake(field: field, sentence: .typePassword)
        }
        return fields[field].text
    }

    /// Authenticators show six digits in two groups.
    private func code(_ field: Int) throws(Mistake) -> String {
        let code = text(field).filter { !$0.isWhitespace }
        guard !code.isEmpty else { throw Mistake(field: field, sentence: .typeTheCode) }
        return code
    }
}
