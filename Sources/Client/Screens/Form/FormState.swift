import API
package import Domain

/// A few fields to fill in, and what they are for.
package struct FormState: Equatable, Sendable {
    package enum Purpose: Hashable, Sendable {
        case serverAddress
        case changePassword
        case account(AccountForm)
        case deleteEntry(CatalogID, title: String)
        case adjustRatio(UserID, username: String)
        case ban(UserID, username: String)
        case newMember([RoleID])
        case reject(CatalogID, title: String)
        case sendBack(CatalogID, title: String)
        case deleteRole(RoleID, [RoleID])
        case setting(SettingsState.Row)
        case deleteMember(UserID, username: String)
        case removeMembersSecondFactor(UserID, username: String)
        case note(UserID, username: String)
        case reviewEvidence(Int64, EvidenceVerdict)
        case banAddresses
        case banClient
        case invite
        case auditFilter
        case limits
    }

    package struct Field: Equatable, Sendable {
        package enum Entry: Equatable, Sendable {
            case text(TextField)
            case secret(TextField)
            case choice([Phrase], chosen: Int)
        }

        package let label: Phrase
        /// One line below: what is expected.
        package let hint: Phrase?
        package var entry: Entry

        package init(_ label: Phrase, hint: Phrase? = nil, _ entry: Entry) {
            self.label = label
            self.hint = hint
            self.entry = entry
        }

        package var text: String {
            switch entry {
            case .text(let field), .secret(let field): field.text
            case .choice: ""
            }
        }

        package var choice: Int {
            if case .choice(_, let chosen) = entry { chosen } else { 0 }
        }

        package var isText: Bool { if case .choice = entry { false } else { true } }
    }

    package let purpose: Purpose
    package let title: Phrase
    /// Said above the fields.
    package let intro: [Phrase]
    package var fields: [Field]
    package var focus = 0
    package var isBusy = false
    package var failure: Phrase?

    package init(_ purpose: Purpose, title: Phrase, intro: [Phrase] = [], fields: [Field]) {
        self.purpose = purpose
        self.title = title
        self.intro = intro
        self.fields = fields
    }

    package var isTyping: Bool { fields.indices.contains(focus) && fields[focus].isText }
}
