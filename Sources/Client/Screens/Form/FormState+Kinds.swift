import API
import Domain

extension FormState {
    static let serverAddress = FormState(
        .serverAddress, title: .enterAddress,
        fields: [Field(.address, hint: .addressHint, .text(TextField()))])

    static let passwordChange = FormState(
        .changePassword, title: Action.changePassword.title, intro: [.everySessionEnds],
        fields: [
            Field(.currentPassword, .secret(TextField())),
            Field(.newPassword, hint: .passwordHint, .secret(TextField())),
            Field(.newPasswordAgain, .secret(TextField())),
        ])

    static func deletion(of item: CatalogSummary) -> FormState {
        FormState(
            .deleteEntry(item.id, title: item.title), title: Action.deleteEntry.title,
            intro: [Phrase(verbatim: item.title), .deletionLoses],
            fields: [Field(.reason, hint: .reasonIsAudited, .text(TextField()))])
    }

    static func adjustment(of user: UserBody) -> FormState {
        FormState(
            .adjustRatio(user.id, username: user.username), title: .ratioOf(user.username),
            fields: [
                Field(.addUp, hint: .amountHint, .text(TextField())),
                Field(.addDown, hint: .amountHint, .text(TextField())),
                Field(.reason, hint: .reasonIsAudited, .text(TextField())),
            ])
    }

    static func ban(of user: UserBody) -> FormState {
        FormState(
            .ban(user.id, username: user.username), title: .banOf(user.username),
            intro: [.banEnds],
            fields: [
                Field(.reason, hint: .reasonIsAudited, .text(TextField())),
                Field(.howLong, hint: .howLongHint, .text(TextField())),
            ])
    }

    static func newMember(_ roles: [RoleBody]) -> FormState {
        let preset = roles.firstIndex { $0.id == BuiltInRoles.member } ?? 0
        return FormState(
            .newMember(roles.map(\.id)), title: Action.newMember.title,
            fields: [
                Field(.username, hint: .usernameHint, .text(TextField())),
                Field(.password, hint: .passwordHint, .secret(TextField())),
                Field(.role, .choice(roles.map { Phrase(verbatim: $0.name) }, chosen: preset)),
            ])
    }

    static func rejection(of item: CatalogSummary) -> FormState {
        FormState(
            .reject(item.id, title: item.title), title: Action.reject.title,
            intro: [Phrase(verbatim: item.title)],
            fields: [Field(.reason, hint: .reasonIsTold, .text(TextField()))])
    }

    static func sendingBack(_ item: CatalogSummary) -> FormState {
        FormState(
            .sendBack(item.id, title: item.title), title: Action.sendBack.title,
            intro: [Phrase(verbatim: item.title)],
            fields: [Field(.reason, hint: .reasonIsTold, .text(TextField()))])
    }

    static func deletion(of role: RoleBody, movingTo targets: [RoleBody]) -> FormState {
        let preset = targets.firstIndex { $0.id == role.parentId } ?? 0
        return FormState(
            .deleteRole(role.id, targets.map(\.id)), title: .deleteRoleTitle,
            intro: [.membersMustMove(role.users, from: role.name)],
            fields: [
                Field(
                    .theyBecome, .choice(targets.map { Phrase(verbatim: $0.name) }, chosen: preset))
            ])
    }

    static func setting(
        _ row: SettingsState.Row, of settings: SettingsBody, _ figures: Figures
    ) -> FormState {
        let entry: Field.Entry
        switch row {
        case .registration:
            let all = CommunitySettings.Registration.allCases
            entry = .choice(
                all.map(\.phrase), chosen: all.firstIndex(of: settings.registration) ?? 0)
        case .requiredRatio: entry = .text(TextField(figures.ratio(settings.requiredRatio)))
        case .graceBytes: entry = .text(TextField(figures.compact(settings.graceBytes)))
        case .announceInterval: entry = .text(TextField(String(settings.announceInterval)))
        case .downloadSlots: entry = .text(TextField(String(settings.downloadSlots)))
        case .seedingHours: entry = .text(TextField(String(settings.seedingHours)))
        case .seedingRatio:
            entry = .text(
                TextField(figures.ratio(Double(settings.seedingRatioPercent) / 100)))
        }
        return FormState(
            .setting(row), title: row.title, fields: [Field(row.title, hint: row.hint, entry)])
    }
}

extension AppState {
    mutating func openPasswordForm() -> [Effect] {
        overlays.append(.form(.passwordChange))
        return []
    }
}
