import API
import Cells
import Domain

/// A role beside a name: `[Admin]`, in brackets for those who see no colours.
struct RoleBadge {
    let name: String
    /// `nil` where only the name is known.
    let weight: RoleWeight?

    init(_ name: String, _ weight: RoleWeight?) {
        self.name = name
        self.weight = weight
    }

    /// A role that is known by its name alone has its weight from the community's roles.
    init(_ name: String, in session: Session?) {
        self.init(name, session?.roles.first { $0.name == name }?.weight)
    }

    var span: Span { Span("[\(name)]", meaning) }

    /// The same for the same weight, whatever the role is called.
    private var meaning: Meaning {
        switch weight?.value ?? 0 {
        case ..<100: .textDim
        case ..<400: .text
        case ..<600: .download
        case ..<800: .upload
        case ..<1000: .accent
        default: .warning
        }
    }

    /// Cut inside its brackets.
    func span(within width: Int) -> Span {
        Span("[\(name.truncated(to: max(1, width - 2)))]", meaning)
    }
}
