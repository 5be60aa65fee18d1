import API
import Domain

extension FormState {
    /// What is wrong with which field.
    struct Mistake: Error {
        let field: Int
        let sentence: Phrase
    }

    /// What the form asks for when it is filled in well.
    ///
    /// - Parameter now: what ends after some time ends so long after this.
    func effects(at now: Timestamp) throws(Mistake) -> [Effect] {
        switch purpose {
        case .serverAddress:
            guard ServerAddress(text(0)) != nil else {
                throw Mistake(field: 0, sentence: .notAnAddress)
            }
            return []
        case .changePassword: return [.changePassword(try passwordChange())]
        case .account(let form): return try accountEffects(form)
        case .deleteEntry(let id, _): return [.deleteEntry(id, try reason(0))]
        case .adjustRatio(let id, _): return [.adjustRatio(id, try adjustment())]
        case .ban(let id, _):
            let why = try reason(0).reason
            return [.banUser(id, BanBody(reason: why, expiresAt: try end(1, from: now)))]
        case .newMember(let roles): return [.createUser(try newMember(roles))]
        case .reject(let id, _): return [.reject(id, try reason(0))]
        case .sendBack(let id, _): return [.sendBack(id, try reason(0))]
        case .deleteRole(let id, let roles):
            let target = roles.indices.contains(choice(0)) ? roles[choice(0)] : nil
            return [.deleteRole(id, RoleDeletion(moveUsersTo: target))]
        case .setting(let row): return [.changeSettings(try settingsPatch(row))]
        case .deleteMember(let id, _): return [.deleteUser(id, try reason(0))]
        case .removeMembersSecondFactor(let id, _):
            return [.removeMembersSecondFactor(id, try reason(0))]
        case .note(let id, _): return [.addNote(id, try newNote())]
        case .reviewEvidence(let id, let verdict):
            let why = try reason(0).reason
            return [.reviewEvidence(id, NewEvidenceReview(verdict: verdict, reason: why))]
        case .banAddresses: return [.banAddresses(try newAddressBan(at: now))]
        case .banClient: return [.banClient(try newClientBan())]
        case .invite: return [.invite(try newInvitation())]
        // The section reads it, with its own calendar.
        case .auditFilter, .limits: return []
        }
    }

    func reason(_ field: Int) throws(Mistake) -> ReasonBody {
        guard !text(field).isEmpty else { throw Mistake(field: field, sentence: .giveAReason) }
        return ReasonBody(reason: text(field))
    }

    private func passwordChange() throws(Mistake) -> PasswordChange {
        guard !fields[0].text.isEmpty else { throw Mistake(field: 0, sentence: .typePassword) }
        guard fields[1].text.count >= 8 else {
            throw Mistake(field: 1, sentence: .passwordTooShort)
        }
        guard fields[1].text == fields[2].text else {
            throw Mistake(field: 2, sentence: .passwordsDiffer)
        }
        return PasswordChange(current: fields[0].text, new: fields[1].text)
    }

    private func adjustment() throws(Mistake) -> RatioAdjustment {
        guard let up = ByteAmount.parse(text(0)) else {
            throw Mistake(field: 0, sentence: .notAnAmount)
        }
        guard let down = ByteAmount.parse(text(1)) else {
            throw Mistake(field: 1, sentence: .notAnAmount)
        }
        guard up != 0 || down != 0 else { throw Mistake(field: 0, sentence: .nothingToAdjust) }
        return RatioAdjustment(bytesUp: up, bytesDown: down, reason: try reason(2).reason)
    }

    private func newMember(_ roles: [RoleID]) throws(Mistake) -> NewUser {
        guard let name = Username(rawValue: text(0)) else {
            throw Mistake(field: 0, sentence: text(0).isEmpty ? .typeUsername : .notAUsername)
        }
        guard fields[1].text.count >= 8 else {
            throw Mistake(field: 1, sentence: .passwordTooShort)
        }
        guard roles.indices.contains(choice(2)) else {
            throw Mistake(field: 2, sentence: .noRoleToGive)
        }
        return NewUser(
            username: name.rawValue, password: fields[1].text, roleId: roles[choice(2)])
    }

    private func settingsPatch(_ row: SettingsState.Row) throws(Mistake) -> SettingsPatch {
        switch row {
        case .registration:
            let all = CommunitySettings.Registration.allCases
            return SettingsPatch(registration: all[min(max(0, choice(0)), all.count - 1)])
        case .requiredRatio: return SettingsPatch(requiredRatio: try ratio())
        case .graceBytes:
            guard let bytes = ByteAmount.parse(text(0)), let grace = ByteCount(bytes) else {
                throw Mistake(field: 0, sentence: .notAnAmount)
            }
            return SettingsPatch(graceBytes: grace)
        case .announceInterval:
            guard let seconds = Int(text(0)),
                CommunitySettings.announceIntervals.contains(seconds)
            else { throw Mistake(field: 0, sentence: .notAnInterval) }
            return SettingsPatch(announceInterval: seconds)
        case .downloadSlots:
            return SettingsPatch(downloadSlots: try whole(CommunitySettings.slotCounts))
        case .seedingHours:
            return SettingsPatch(seedingHours: try whole(CommunitySettings.seedingTimes))
        case .seedingRatio:
            return SettingsPatch(seedingRatioPercent: Int((try ratio() * 100).rounded()))
        }
    }

    private func ratio() throws(Mistake) -> Double {
        let typed = text(0).map { $0 == "," ? "." : String($0) }.joined()
        guard let ratio = Double(typed), CommunitySettings.requiredRatios.contains(ratio) else {
            throw Mistake(field: 0, sentence: .notARatio)
        }
        return ratio
    }

    private func whole(_ bounds: ClosedRange<Int>) throws(Mistake) -> Int {
        guard let number = Int(text(0)), bounds.contains(number) else {
            throw Mistake(field: 0, sentence: .notWithin(bounds))
        }
        return number
    }
}
