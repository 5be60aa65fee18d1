import API
import Cells
import Domain

extension AppState {
    mutating func openThemes() -> [Effect] {
        let items = themes.enumerated().map { index, choice in
            PickerState.Item(
                .theme(index), label: choice.name,
                note: choice.problems.first.map {
                    .themeProblem($0, more: choice.problems.count - 1)
                })
        }
        var picker = PickerState(.theme(before: theme), title: .themes, items: items)
        picker.cursor.index = theme
        overlays.append(.picker(picker))
        return []
    }

    mutating func performInPicker(_ action: Action, _ picker: PickerState) -> [Effect] {
        var picker = picker
        switch action {
        case .dismiss:
            overlays.removeLast()
            if case .theme(let before) = picker.purpose { theme = before }
            return picker.purpose == .member ? [.cancel(.userPicker)] : []
        case .activate: return pick(picker)
        default:
            guard let motion = motion(of: action) else { return [] }
            picker.cursor.move(
                motion, count: picker.items.count, height: PickerLayout(self, picker).list.height)
            // Themes show themselves while one chooses.
            if case .theme(let index) = picker.current?.choice { theme = index }
            overlays[overlays.count - 1] = .picker(picker)
            return []
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
        case .theme(let index):
            overlays.removeLast()
            if case .theme(let before) = picker.purpose, before != index {
                remember(.undoTheme, .theme(before))
            }
            theme = index
            return themes.indices.contains(index) ? [.rememberTheme(themes[index].name)] : []
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
