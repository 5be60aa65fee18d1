import API
import Domain

// What only the staff fills in.
extension FormState {
    static func deletion(of user: UserBody) -> FormState {
        FormState(
            .deleteMember(user.id, username: user.username), title: .deletionOf(user.username),
            intro: [.accountIsLost],
            fields: [Field(.reason, hint: .reasonIsAudited, .text(TextField()))])
    }

    static func secondFactorRemoval(of user: UserBody) -> FormState {
        FormState(
            .removeMembersSecondFactor(user.id, username: user.username),
            title: .secondFactorOf(user.username), intro: [.passwordIsEnoughThen],
            fields: [Field(.reason, hint: .reasonIsAudited, .text(TextField()))])
    }

    static func note(on user: UserBody) -> FormState {
        FormState(
            .note(user.id, username: user.username), title: .noteOn(user.username),
            fields: [Field(.noteText, hint: .noteIsForStaff, .text(TextField()))])
    }

    static let addressBan = FormState(
        .banAddresses, title: .banAddressesTitle, intro: [.addressBanEnds],
        fields: [
            Field(.range, hint: .rangeHint, .text(TextField())),
            Field(.reason, hint: .reasonIsAudited, .text(TextField())),
            Field(.howLong, hint: .howLongHint, .text(TextField())),
        ])

    static let clientBan = FormState(
        .banClient, title: .banClientTitle, intro: [.clientBanEnds],
        fields: [
            Field(.clientPrefix, hint: .prefixHint, .text(TextField())),
            Field(.reason, hint: .reasonIsAudited, .text(TextField())),
            Field(
                .whatOfThem, hint: .kindHint,
                .choice([.bannedClient, .allowedClient], chosen: 0)),
        ])

    static let invitation = FormState(
        .invite, title: .invitationTitle, intro: [.invitationWorksOnce],
        fields: [
            Field(.forNewcomer, hint: .forNewcomerHint, .text(TextField())),
            Field(.validDays, hint: .validDaysHint, .text(TextField("7"))),
        ])

    static func auditFilter(_ filter: AuditFilter) -> FormState {
        FormState(
            .auditFilter, title: Action.filterAudit.title,
            fields: [
                Field(.who, hint: .wholeName, .text(TextField(filter.actor))),
                Field(.what, hint: .actHint, .text(TextField(filter.act))),
                Field(.sinceWhen, hint: .dayHint, .text(TextField(filter.since))),
                Field(.untilWhen, hint: .dayHint, .text(TextField(filter.until))),
            ])
    }
}
