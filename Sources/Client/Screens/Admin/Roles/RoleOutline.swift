package import API
import Domain

/// The roles as a tree in rows, parents before their children, lighter ones first.
package struct RoleOutline: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package let role: RoleBody
        /// The lines before the name: `│ ├ `.
        package let branch: String
    }

    package let rows: [Row]

    package init(_ roles: [RoleBody]) {
        let known = Set(roles.map(\.id))
        let sorted = roles.sorted { ($0.weight, $0.id) < ($1.weight, $1.id) }
        let children = Dictionary(grouping: sorted) { role in
            role.parentId.flatMap { known.contains($0) ? $0 : nil }
        }
        var rows: [Row] = []
        var seen: Set<RoleID> = []

        func visit(_ role: RoleBody, indent: String, isRoot: Bool, isLast: Bool) {
            guard seen.insert(role.id).inserted else { return }
            let branch = isRoot ? "" : indent + (isLast ? "└ " : "├ ")
            rows.append(Row(role: role, branch: branch))
            let next = isRoot ? "" : indent + (isLast ? "  " : "│ ")
            let below = children[role.id] ?? []
            for (index, child) in below.enumerated() {
                visit(child, indent: next, isRoot: false, isLast: index == below.count - 1)
            }
        }

        for root in children[nil] ?? [] {
            visit(root, indent: "", isRoot: true, isLast: true)
        }
        // A cycle, which the rules forbid, has no root; its members still show.
        for role in sorted where !seen.contains(role.id) {
            visit(role, indent: "", isRoot: true, isLast: true)
        }
        self.rows = rows
    }
}
