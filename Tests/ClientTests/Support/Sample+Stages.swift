import API
import Cells
import Client
import Domain

extension Sample {
    static func blank(
        language: Language = .english, server: ServerAddress? = server,
        remembered: [RememberedServer] = [], demo: DemoCommunity? = nil,
        signInAs: SignInRequest? = nil, width: Int = 120, height: Int = 36,
        keymap: Keymap = .standard
    ) -> AppState {
        AppState(
            size: Size(width: width, height: height), now: now, language: language,
            server: server, remembered: remembered, demo: demo, signInAs: signInAs, keymap: keymap,
            themes: [
                ThemeChoice("honey"),
                ThemeChoice(
                    "nord",
                    problems: [
                        ThemeProblem(line: 3, reason: .notAColour("#12345")),
                        ThemeProblem(line: 9, reason: .notAnAssignment),
                    ]),
            ])
    }

    /// Somebody has just signed in, and the community has said who and what they are.
    static func signedIn(
        _ name: String = "maria", as role: RoleID = BuiltInRoles.gerente,
        language: Language = .english, width: Int = 120, height: Int = 36,
        keymap: Keymap = .standard
    ) -> Stage {
        var stage = Stage(
            blank(language: language, width: width, height: height, keymap: keymap))
        stage.send(
            .started, .sessionResumed(server, .success(me(name, role))),
            .rolesFetched(.success(roles)),
            .settingsFetched(
                .success(
                    SettingsBody(
                        CommunitySettings(
                            registration: .closed, requiredRatio: 0.6, graceBytes: bytes(5),
                            announceInterval: 1800)))),
            .eventsConnected, .diskMeasured(free: bytes(182)), .ticked(now))
        return stage
    }

    static func page(
        _ entries: [CatalogSummary] = entries, total: Int? = nil, isCapped: Bool = false,
        didYouMean: String? = nil
    ) -> CatalogPage {
        CatalogPage(
            items: entries, total: total ?? entries.count, totalIsCapped: isCapped,
            didYouMean: didYouMean)
    }

    /// The catalog has answered, and so has the detail of its first row.
    static func catalog(
        as role: RoleID = BuiltInRoles.gerente, language: Language = .english, width: Int = 120,
        height: Int = 36, keymap: Keymap = .standard
    ) -> Stage {
        var stage = signedIn(
            as: role, language: language, width: width, height: height,
            keymap: keymap)
        stage.answerCatalog(page(total: 12_408))
        stage.send(.detailFetched(CatalogID(1), .success(detail)))
        return stage
    }

    /// With transfers of every kind, and ten minutes of rates.
    static func busy(
        as role: RoleID = BuiltInRoles.gerente, language: Language = .english, width: Int = 120,
        height: Int = 36, keymap: Keymap = .standard
    ) -> Stage {
        var stage = catalog(
            as: role, language: language, width: width, height: height,
            keymap: keymap)
        stage.send(.transferHappened(.changed(transfers)))
        for second in 0..<600 {
            let wave = Double(abs((second * 3) % 240 - 120)) / 120
            let share = 0.2 + 0.6 * wave + (second % 97 < 40 ? 0.2 : 0)
            stage.state.transfers.history.sample(
                down: bytes(0.0116 * share), up: bytes(0.00304 * (1.2 - share)),
                at: now.adding(milliseconds: Int64(second - 601) * 1000))
        }
        stage.send(.transferHappened(.changed(transfers)))
        for entry in entries {
            stage.state.transfers.titles[entry.infoHash] = entry.title
        }
        stage.send(.ticked(now))
        stage.settle()
        return stage
    }

    static func admin(
        _ section: AdminSection, as role: RoleID = BuiltInRoles.superAdmin, width: Int = 120,
        height: Int = 36, language: Language = .english
    ) -> Stage {
        var stage = signedIn("root", as: role, language: language, width: width, height: height)
        stage.send(
            .catalogFound(
                CatalogQuery(
                    sort: .newest, status: .pending,
                    page: PageQuery(limit: ApprovalsState.pageSize)),
                .success(page(pending))))
        stage.press("4")
        while stage.state.admin.section != section, stage.state.admin.section != .audit {
            stage.press(.down)
        }
        stage.press(.enter)
        stage.answerUsers()
        stage.answerStaff()
        stage.send(
            .auditFetched(
                AuditQuery(page: PageQuery(limit: AuditState.pageSize)),
                .success(Page(items: audit))))
        stage.settle()
        return stage
    }
}

extension Stage {
    mutating func answerCatalog(_ page: CatalogPage) {
        guard let query = state.catalog.awaited else { return }
        send(.catalogFound(query, .success(page)))
    }

    mutating func answerUsers() {
        guard let query = state.admin.users.awaited else { return }
        send(.usersFound(query, .success(Page(items: Sample.users, total: 954))))
    }
}
