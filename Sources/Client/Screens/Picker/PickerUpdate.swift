import API
import Cells
import Domain

extension AppState {
    mutating func openThemes() -> [Effect] {
        var items = themes.enumerated().map { index, choice in
            PickerState.Item(
                .theme(.fixed(index)), label: choice.name,
                note: choice.problems.first.map {
                    .themeProblem($0, more: choice.problems.count - 1)
                })
        }
        if lightTheme != nil {
            items.append(
                PickerState.Item(
                    .theme(.auto), label: ThemeSetting.autoName, detail: say(.asTheTerminal)))
        }
        var picker = PickerState(.theme(before: themeSetting), title: .themes, items: items)
        picker.cursor.index =
            items.firstIndex { $0.choice == .theme(themeSetting) } ?? theme
        overlays.append(.picker(picker))
        return []
    }

    mutating func performInPicker(_ action: Action, _ picker: PickerState) -> [Effect] {
        var picker = picker
        switch action {
        case .dismiss:
            overlays.removeLast()
            if case .theme(let before) = picker.purpose { themeSetting = before }
            return picker.purpose == .member ? [.cancel(.userPicker)] : []
        case .activate: return pick(picker)
        default:
            guard let motion = motion(of: action) else { return [] }
            picker.cursor.move(
                motion, count: picker.items.count, height: PickerLayout(self, picker).list.height)
            preview(picker)
            overlays[overlays.count - 1] = .picker(picker)
            return []
        }
    }

    /// Themes show themselves while one chooses.
    mutating func preview(_ picker: PickerState) {
        if case .theme(let setting) = picker.current?.choice { themeSetting = setting }
    }

    func name(of setting: ThemeSetting) -> String {
        switch setting {
        case .auto: ThemeSetting.autoName
        case .fixed(let index): themes.indices.contains(index) ? themes[index].name : ""
        }
    }

    private mutating func pick(_ picker: PickerState) -> [Effect] {
        guard !picker.isBusy, let item = picker.current else { return [] }
        var picker = picker
        if let reason = item.reason {
            picker.failure = reason
            overlays[overlays.count - 1] = .picker(picker)
            return []
        }
        switch item.choice {
        case .theme(let setting):
            overlays.removeLast()
            if case .theme(let before) = picker.purpose, before != setting {
                remember(.undoTheme, .theme(before))
            }
            themeSetting = setting
            return [.rememberTheme(name(of: setting))]
        case .member(let member):
            overlays.removeLast()
            return show(member)
        case .role(let role):
            if picker.purpose == .roleOfMarked {
                overlays.removeLast()
                let act = StagedAct.giveRole(role, name: item.label)
                if let staged = staged(act, in: .users) { overlays.append(.staged(staged)) }
                return []
            }
            guard case .role(let user, _) = picker.purpose else { return [] }
            picker.isBusy = true
            picker.failure = nil
            overlays[overlays.count - 1] = .picker(picker)
            return [.changeRoleOfUser(user, UserPatch(roleId: role))]
        }
    }

    // MARK: members as one types

    func askMembers(named name: String) -> [Effect] {
        [.searchNames(UserQuery(q: name, page: PageQuery(limit: 50)))]
    }

    mutating func namesFound(
        _ query: UserQuery, _ outcome: Outcome<Page<MemberName>>
    ) -> [Effect] {
        guard case .picker(var picker) = overlays.last, picker.purpose == .member,
            query.q == picker.search?.text
        else { return [] }
        switch outcome {
        case .failure(let failure):
            picker.failure = failure.phrase
            overlays[overlays.count - 1] = .picker(picker)
            return bear(failure)
        case .success(let page):
            picker.failure = nil
            picker.cursor = ListCursor()
            picker.items = page.items.map { user in
                let member = RatioState.Member(id: user.id, username: user.username)
                return PickerState.Item(.member(member), label: user.username)
            }
            overlays[overlays.count - 1] = .picker(picker)
            return []
        }
    }
}
