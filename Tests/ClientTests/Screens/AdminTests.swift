import API
import Cells
import Client
import Domain
import Testing

@Suite struct AdminTests {
    @Test("the tab is there only for staff, and a member is told so")
    func staffOnly() {
        var stage = Sample.signedIn(as: BuiltInRoles.member)
        #expect(!stage.shows("Admin"))
        stage.press(.function(4))
        #expect(stage.state.tab == .catalog)
        #expect(stage.status.contains("it is for staff"))
    }

    @Test("the menu holds only the sections that the caller's permissions open")
    func sections() {
        #expect(
            Sample.signedIn(as: BuiltInRoles.gerente).state.adminSections
                == [.users, .roles, .invitations])
        #expect(
            Sample.signedIn(as: BuiltInRoles.admin).state.adminSections
                == [.users, .roles, .approvals, .evidence, .invitations, .audit])
        #expect(
            Sample.signedIn(as: BuiltInRoles.superAdmin).state.adminSections
                == AdminSection.allCases)
    }

    @Test("a role is lost while the console is open: it closes, and what it showed goes")
    func demotion() {
        var stage = Sample.admin(.users)
        stage.send(.meFetched(.success(Sample.me("root", BuiltInRoles.member))))
        #expect(stage.state.tab == .catalog)
        #expect(stage.state.admin.users.items.isEmpty)
        #expect(stage.status.contains("Your role is now Member."))
    }

    @Test("what waits for approval is counted in the tab and told to those who may approve")
    func pendingCount() {
        var stage = Sample.admin(.approvals)
        #expect(view(stage.state).lines[0].contains("4 Admin ●2"))
        stage.settle()
        stage.send(.communityHappened(CommunityEvent(kind: .uploadPending, title: "Aula 09")))
        #expect(stage.status.contains("Aula 09 waits for approval."))
        #expect(stage.effects.map(\.id) == [.approvals])
    }

    // MARK: users

    @Test("a member gets another role, and what the rules forbid says why before anybody tries")
    func changeRole() {
        var stage = Sample.admin(.users, as: BuiltInRoles.admin)
        stage.press(.down)
        stage.press("r")
        #expect(stage.state.overlays.count == 1)
        stage.press("g")
        #expect(
            stage.shows("A role you make or change must weigh less than yours.")
                || stage.shows("You cannot hand on"))
        stage.press(.enter)
        #expect(!stage.effects.contains { if case .changeRoleOfUser = $0 { true } else { false } })
        while stage.state.pickedLabel != "Supervisor" { stage.press(.down) }
        stage.press(.enter)
        #expect(
            stage.effects.last
                == .changeRoleOfUser(UserID(2), UserPatch(roleId: BuiltInRoles.supervisor)))
        stage.send(
            .userChanged(
                .success(
                    Sample.user(
                        2, "bruno", BuiltInRoles.supervisor, up: 3.2, down: 12, since: 40))))
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.status.contains("bruno is now Supervisor."))
    }

    @Test("nobody acts on themselves or on those who stand as high")
    func notAbove() {
        var stage = Sample.admin(.users, as: BuiltInRoles.admin)
        #expect(stage.state.admin.users.current?.username == "ana")
        stage.press("a")
        #expect(stage.status.contains("Nobody adjusts their own ratio."))
        stage.press("G")
        stage.press(.up)
        stage.press("r")
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.status.contains("weighs less than yours"))
        stage.pass(milliseconds: 60_000)
        #expect(!stage.status.contains("r role"), "what is not allowed is not hinted")
    }

    @Test("a ratio is adjusted by increments, with a reason")
    func adjust() {
        var stage = Sample.admin(.users)
        stage.press(.down)
        stage.press("a")
        stage.type("5G")
        stage.press(.tab)
        stage.type("-1,5 GiB")
        stage.press(.enter)
        #expect(stage.shows("Say why; it is kept."))
        stage.type("lost disk")
        stage.press(.enter)
        #expect(
            stage.effects == [
                .adjustRatio(
                    UserID(2),
                    RatioAdjustment(
                        bytesUp: 5_368_709_120, bytesDown: -1_610_612_736, reason: "lost disk"))
            ])
        #expect(stage.shows("Sending…"))
        stage.send(
            .ratioAdjusted(UserID(2), .failure(CommunityFailure(.refused, "Not today."))))
        #expect(stage.shows("Not today."))
        stage.send(.ratioAdjusted(UserID(2), .success(Sample.stats(up: 8.2, down: 10.5))))
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.status.contains("The ratio of bruno is now 0.78."))
    }

    @Test("a ban has a reason, and the same key lifts it")
    func bans() {
        var stage = Sample.admin(.users)
        stage.press("G")
        #expect(stage.status.contains("b lift ban"))
        stage.press("b")
        #expect(stage.effects == [.unbanUser(UserID(8))])
        stage.settle()
        stage.press("g")
        stage.press(.down)
        stage.press("b")
        stage.type("spam")
        stage.press(.enter)
        #expect(stage.effects == [.banUser(UserID(2), BanBody(reason: "spam"))])
    }

    @Test("a new member has a name, a password and a role that the caller may give")
    func newMember() {
        var stage = Sample.admin(.users)
        stage.press("n")
        stage.type("Nova")
        stage.press(.tab)
        stage.type("curta")
        stage.press(.enter)
        #expect(stage.shows("at least 8 characters."))
        stage.type("-mais-longa")
        stage.press(.tab, .right, .enter)
        #expect(
            stage.effects == [
                .createUser(
                    NewUser(
                        username: "nova", password: "curta-mais-longa",
                        roleId: BuiltInRoles.supervisor))
            ])
        #expect(!stage.shows("curta"))
    }

    @Test("members are searched as one types")
    func searchUsers() {
        var stage = Sample.admin(.users)
        stage.press("/")
        stage.type("b")
        #expect(
            stage.effects == [
                .searchUsers(UserQuery(q: "b", page: PageQuery(limit: 100)))
            ])
        stage.press(.escape)
        #expect(stage.state.admin.users.search.isEmpty)
    }

    // MARK: roles

    @Test("a new role begins under the one at the cursor and shows what it inherits")
    func newRole() {
        var stage = Sample.admin(.roles)
        stage.press(.down, .down, .down)
        stage.press("n")
        stage.type("Gerente Local")
        stage.press(.tab, .control("u"))
        stage.type("550")
        #expect(stage.shows("It may do 7 of 16 things."))
        stage.press(.enter)
        #expect(
            stage.effects == [
                .createRole(
                    NewRole(
                        name: "Gerente Local", weight: Sample.weight(550),
                        parentId: BuiltInRoles.gerente))
            ])
    }

    @Test("space turns a permission over, writing no more than that takes")
    func flipping() {
        var form = RoleFormState(under: BuiltInRoles.all[3])
        let tree = RoleTree(BuiltInRoles.all)
        form.flip(.usersRead, in: tree)
        #expect(form.denies == [.usersRead] && form.grants.isEmpty)
        form.flip(.usersRead, in: tree)
        #expect(form.denies.isEmpty && form.grants.isEmpty)
        form.flip(.auditRead, in: tree)
        #expect(form.grants == [.auditRead])
        form.flip(.auditRead, in: tree)
        #expect(form.grants.isEmpty && form.denies.isEmpty)
    }

    @Test("what one does not hold cannot be granted, and the form says so")
    func cannotGrant() {
        let manager = Sample.rolesManager
        var stage = Sample.signedIn("ana", as: BuiltInRoles.admin)
        stage.send(.meFetched(.success(manager)))
        stage.press("4")
        stage.press(.down, .enter)
        stage.press("g")
        stage.press("n")
        stage.type("X")
        let ban = RoleFormState.stops.firstIndex(of: .permission(.usersBan)) ?? 0
        for _ in 0..<ban { stage.press(.down) }
        stage.press(.character(" "))
        #expect(stage.shows("You cannot hand on users.ban, because you do not hold it."))
        #expect(stage.state.roleForm?.grants.isEmpty == true)
    }

    @Test("a role that weighs as much as the caller's own cannot be saved")
    func tooHeavy() {
        var stage = Sample.signedIn("ana", as: BuiltInRoles.admin)
        stage.send(.meFetched(.success(Sample.rolesManager)))
        stage.press("4")
        stage.press(.down, .enter)
        stage.press("n")
        stage.type("Heavy")
        stage.press(.tab, .control("u"))
        stage.type("800")
        stage.settle()
        stage.press(.enter)
        #expect(stage.effects.isEmpty)
        #expect(stage.shows("A role you make or change must weigh less than yours."))
    }

    @Test("a change sends only what changed, and says what it means for its members")
    func editRole() {
        var stage = Sample.admin(.roles)
        stage.press(.down, .down, .down, .down)
        #expect(stage.state.selectedRole?.name == "Gerente Regional")
        stage.press(.enter)
        let row = RoleFormState.stops.firstIndex(of: .permission(.auditRead)) ?? 0
        for _ in 0..<row { stage.press(.tab) }
        stage.press(.character(" "))
        #expect(stage.shows("14 members lose audit.read."))
        stage.press(.enter)
        #expect(stage.effects == [.changeRole(Sample.customRole, RolePatch(grants: []))])
        stage.send(.roleSaved(.success(Sample.roles[4])))
        #expect(stage.state.overlays.isEmpty)
    }

    @Test("deleting a role asks where its members go")
    func deleteRole() {
        var stage = Sample.admin(.roles)
        stage.press(.down, .down, .down, .down)
        stage.press("D")
        #expect(stage.shows("14 members are Gerente Regional."))
        #expect(stage.shows("‹ Gerente ›"))
        stage.press(.enter)
        #expect(
            stage.effects == [
                .deleteRole(
                    Sample.customRole, RoleDeletion(moveUsersTo: BuiltInRoles.gerente))
            ])
    }

    @Test("when roles go, the cursor stays on one that is left")
    func fewerRoles() {
        var stage = Sample.admin(.roles)
        stage.press("G")
        stage.send(.rolesFetched(.success(Array(Sample.roles.prefix(2)))))
        #expect(stage.state.admin.roles.cursor.index == 1)
        #expect(stage.state.selectedRole?.name == "Member")
    }

    @Test("in a low terminal the form scrolls with its focus")
    func lowForm() {
        var stage = Sample.admin(.roles, width: 80, height: 16)
        stage.press("n")
        #expect(!stage.shows("evidence.review  "))
        stage.press(.backtab)
        #expect(stage.shows("▌· evidence.review") || stage.shows("▌✓ evidence.review"))
    }

    @Test("the tree has parents before children, and survives a cycle")
    func outline() {
        let rows = RoleOutline(Sample.roles).rows
        #expect(rows.map(\.role.name).prefix(4) == ["Guest", "Member", "Supervisor", "Gerente"])
        #expect(rows[4].branch == "      ├ ")
        let tree = RoleTree(BuiltInRoles.all)
        let circle = BuiltInRoles.all.prefix(2).enumerated().map { index, role in
            var role = role
            role.parent = BuiltInRoles.all[1 - index].id
            return Sample.body(of: role, users: 0, in: tree)
        }
        #expect(RoleOutline(circle).rows.count == 2)
    }

    // MARK: approvals, settings, audit

    @Test("a approves, x rejects with a reason, and a decided upload leaves the queue")
    func approvals() {
        var stage = Sample.admin(.approvals)
        stage.press("a")
        #expect(stage.effects == [.approve(CatalogID(21))])
        stage.press("a")
        #expect(stage.status.contains("it is being decided"))
        stage.send(
            .uploadApproved(
                CatalogID(21),
                .success(
                    CatalogDetail(
                        summary: Sample.pending[0], description: "", files: [],
                        uploaderRole: "Gerente", reason: nil))))
        #expect(stage.state.admin.approvals.items.map(\.id) == [CatalogID(22)])
        #expect(view(stage.state).lines[0].contains("●1"))
        stage.settle()
        stage.press("x")
        stage.type("blurred")
        stage.press(.enter)
        #expect(stage.effects == [.reject(CatalogID(22), ReasonBody(reason: "blurred"))])
    }

    @Test("b sends an upload back with a reason, and it leaves the queue")
    func sendBack() {
        var stage = Sample.admin(.approvals)
        stage.press("b")
        stage.press(.enter)
        #expect(stage.effects == [])
        stage.type("name the year")
        stage.press(.enter)
        #expect(stage.effects == [.sendBack(CatalogID(21), ReasonBody(reason: "name the year"))])
        stage.send(
            .uploadSentBack(
                CatalogID(21),
                .success(
                    CatalogDetail(
                        summary: Sample.pending[0], description: "", files: [],
                        uploaderRole: "Gerente", reason: "name the year"))))
        #expect(stage.state.admin.approvals.items.map(\.id) == [CatalogID(22)])
        #expect(stage.status.contains("is sent back for changes"))
        #expect(stage.state.overlays.isEmpty)
    }

    @Test("the queue says which entries have the same files")
    func similar() {
        var stage = Sample.admin(.approvals)
        let item = Sample.pending[0]
        #expect(!stage.shows("same files"))
        stage.send(
            .catalogFound(
                ApprovalsState.query,
                .success(
                    Sample.page([
                        CatalogSummary(
                            id: item.id, title: item.title, kind: item.kind, size: item.size,
                            fileCount: item.fileCount, tags: item.tags, uploader: item.uploader,
                            minRoleWeight: item.minRoleWeight, status: item.status,
                            infoHash: item.infoHash, createdAt: item.createdAt,
                            seeders: item.seeders, leechers: item.leechers,
                            completed: item.completed, similar: [CatalogID(3), CatalogID(9)])
                    ]))))
        #expect(stage.shows("same files"))
        #expect(stage.shows("#3 #9"))
    }

    @Test("one's own upload waits for somebody else")
    func ownUpload() {
        var stage = Sample.signedIn("gil", as: BuiltInRoles.admin)
        var me = Sample.me("gil", BuiltInRoles.admin)
        me = MeReply(
            id: me.id, username: "gil", role: me.role,
            permissions: me.permissions.filter { $0 != .catalogPublishUnmoderated },
            stats: me.stats, announceURL: me.announceURL)
        stage.send(
            .meFetched(.success(me)),
            .catalogFound(
                CatalogQuery(
                    sort: .newest, status: .pending,
                    page: PageQuery(limit: ApprovalsState.pageSize)),
                .success(Sample.page(Sample.pending))))
        stage.press("4")
        stage.press(.down, .down, .enter)
        stage.press("a")
        #expect(stage.status.contains("Somebody else must approve what you published."))
    }

    @Test("a setting is changed in a form that knows its bounds")
    func settings() {
        var stage = Sample.admin(.settings)
        stage.press(.down, .enter)
        stage.press(.control("u"))
        stage.type("250")
        stage.press(.enter)
        #expect(stage.shows("A ratio is a number from 0 to 100."))
        stage.press(.control("u"))
        stage.type("0,8")
        stage.press(.enter)
        #expect(stage.effects == [.changeSettings(SettingsPatch(requiredRatio: 0.8))])
    }

    @Test("slots and minimum seeding are settings like the others")
    func policySettings() {
        var stage = Sample.admin(.settings)
        stage.press(.down, .down, .down, .down, .enter)
        stage.press(.control("u"))
        stage.type("10001")
        stage.press(.enter)
        #expect(stage.shows("A whole number from 0 to 10000."))
        stage.press(.control("u"))
        stage.type("5")
        stage.press(.enter)
        #expect(stage.effects == [.changeSettings(SettingsPatch(downloadSlots: 5))])
        var settings = CommunitySettings.initial
        settings.downloadSlots = 5
        settings.seedingHours = 72
        settings.seedingRatioPercent = 150
        stage.send(.settingsChanged(.success(SettingsBody(settings))))
        #expect(stage.shows("72 h") && stage.shows("1.50"))
        stage.settle()
        stage.press(.down, .enter)
        stage.press(.control("u"))
        stage.type("24")
        stage.press(.enter)
        #expect(stage.effects == [.changeSettings(SettingsPatch(seedingHours: 24))])
        stage.press(.escape)
        stage.settle()
        stage.press(.down, .enter)
        stage.press(.control("u"))
        stage.type("0,75")
        stage.press(.enter)
        #expect(stage.effects == [.changeSettings(SettingsPatch(seedingRatioPercent: 75))])
    }

    @Test("a role keeps what it asks of its members when something else of it is changed")
    func roleLimits() throws {
        var role = try #require(BuiltInRoles.all.first { $0.id == BuiltInRoles.member })
        role.limits = RoleLimits(requiredRatio: 2, downloadSlots: 1)
        var form = RoleFormState(changing: role)
        #expect(form.role == role)
        form.weight = TextField("99")
        #expect(form.role?.limits == role.limits)
    }

    @Test("the audit log shows the reason and what changed")
    func audit() {
        let stage = Sample.admin(.audit)
        #expect(stage.shows("regional pilot"))
        #expect(stage.shows("denies catalog.edit"))
    }
}

extension AppState {
    fileprivate var pickedLabel: String? {
        if case .picker(let picker) = overlays.last { picker.current?.label } else { nil }
    }

    fileprivate var roleForm: RoleFormState? {
        if case .roleForm(let form) = overlays.last { form } else { nil }
    }
}

extension Sample {
    /// An Admin who may also manage roles.
    fileprivate static let rolesManager: MeReply = {
        let me = Sample.me("ana", BuiltInRoles.admin)
        return MeReply(
            id: me.id, username: me.username, role: me.role,
            permissions: me.permissions + [.rolesManage], stats: me.stats,
            announceURL: me.announceURL)
    }()
}
