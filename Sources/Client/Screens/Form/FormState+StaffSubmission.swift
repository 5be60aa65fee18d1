import API
import Domain

extension FormState {
    private static let noteLengths = 1...2000
    /// What the server takes too.
    private static let invitationDays = 1...90

    func newNote() throws(Mistake) -> NewNote {
        guard Self.noteLengths.contains(text(0).count) else {
            throw Mistake(field: 0, sentence: .noteNeedsText)
        }
        return NewNote(text: text(0))
    }

    func newAddressBan(at now: Timestamp) throws(Mistake) -> NewAddressBan {
        guard let range = AddressRange(text(0)) else {
            throw Mistake(field: 0, sentence: .notARange)
        }
        return NewAddressBan(
            range: range.description, reason: try reason(1).reason,
            expiresAt: try end(2, from: now))
    }

    func newClientBan() throws(Mistake) -> NewClientBan {
        guard let prefix = ClientPrefix(rawValue: text(0)) else {
            throw Mistake(field: 0, sentence: .notAPrefix)
        }
        return NewClientBan(
            prefix: prefix.rawValue, kind: choice(2) == 1 ? .allow : nil,
            reason: try reason(1).reason)
    }

    func newInvitation() throws(Mistake) -> NewInvitation {
        guard text(0).count <= 200 else {
            throw Mistake(field: 0, sentence: .invitationNoteTooLong)
        }
        guard let days = Int(text(1)), Self.invitationDays.contains(days) else {
            throw Mistake(field: 1, sentence: .notSoManyDays)
        }
        return NewInvitation(expiresInDays: days, note: text(0).isEmpty ? nil : text(0))
    }

    /// `nil` for good.
    func end(_ field: Int, from now: Timestamp) throws(Mistake) -> Timestamp? {
        guard !text(field).isEmpty else { return nil }
        guard let seconds = Lapse.parse(text(field)) else {
            throw Mistake(field: field, sentence: .notALapse)
        }
        return now.adding(seconds: seconds)
    }
}
