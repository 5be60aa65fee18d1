import Cells
import Domain

/// What a role may do in the end, and where each permission comes from.
struct PermissionListView {
    /// The longest name of a permission.
    private static let nameWidth =
        Permission.allCases.map(\.rawValue.columns).max() ?? 0

    let state: AppState
    let tree: RoleTree
    let role: RoleID

    func drawTitles(on grid: inout Grid, in row: Rect) {
        grid.write(state.say(.permission), in: columns(row).name, style: .dim)
        grid.write(state.say(.from), in: columns(row).origin, style: .dim)
    }

    func draw(_ permission: Permission, on grid: inout Grid, in row: Rect) {
        let isHeld = tree.effective(role).contains(permission)
        let origin = tree.origin(of: permission, in: role)
        let columns = columns(row)
        let sign: Span =
            switch origin {
            case .deniedHere: Span("✗", .bad)
            default: isHeld ? Span("✓", .good) : Span("·", .textDim)
            }
        grid.write([sign], in: row)
        grid.write(
            permission.rawValue, in: columns.name, style: isHeld ? .text : Style(.textDisabled))
        grid.write([words(for: origin, permission, isHeld)], in: columns.origin)
    }

    private func words(
        for origin: PermissionOrigin, _ permission: Permission, _ isHeld: Bool
    ) -> Span {
        switch origin {
        case .grantedHere: Span(state.say(.here), .accent)
        case .deniedHere: Span(state.say(.here), .bad)
        case .inherited(let name): Span(name.rawValue, .textDim)
        case .always: Span(state.say(.always), .textDim)
        case .absent:
            state.session?.may(permission) == true
                ? Span("–", .textDim) : Span(state.say(.youLackIt), .textDisabled)
        }
    }

    private func columns(_ row: Rect) -> (name: Rect, origin: Rect) {
        let name = min(Self.nameWidth, max(12, row.width - 13))
        let start = row.x + 2 + name + (row.width > 60 ? 4 : 1)
        return (
            Rect(x: row.x + 2, y: row.y, width: name, height: row.height),
            Rect(x: start, y: row.y, width: row.maxX - start, height: row.height)
        )
    }
}
