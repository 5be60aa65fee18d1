package import Domain

/// What is to change of an entry; `nil` stays as it is.
package struct EntryEdit: Hashable, Sendable {
    package var title: String?
    package var description: String?
    package var tags: [String]?
    package var minRoleWeight: RoleWeight?

    package init(
        title: String? = nil, description: String? = nil, tags: [String]? = nil,
        minRoleWeight: RoleWeight? = nil
    ) {
        self.title = title
        self.description = description
        self.tags = tags
        self.minRoleWeight = minRoleWeight
    }

    /// Cleaned and within bounds, or `ServiceError.invalid` naming the field.
    func checked() throws -> EntryEdit {
        EntryEdit(
            title: try title.map(Upload.checkedTitle),
            description: try description.map(Upload.checkedDescription),
            tags: try tags.map(Upload.checkedTags), minRoleWeight: minRoleWeight)
    }

    /// The fields that would be others than they are, in words for the audit log.
    func changes(of entry: EntryRecord) -> (before: String, after: String)? {
        var before: [String] = []
        var after: [String] = []
        let note = { (name: String, old: String, new: String?) in
            guard let new, new != old else { return }
            before.append("\(name): \(old)")
            after.append("\(name): \(new)")
        }
        note("title", entry.title, title)
        note("description", entry.description, description)
        note("tags", entry.tags.joined(separator: ","), tags?.joined(separator: ","))
        note(
            "min_role_weight", String(entry.minRoleWeight.value),
            minRoleWeight.map { String($0.value) })
        guard !before.isEmpty else { return nil }
        return (before.joined(separator: "\n"), after.joined(separator: "\n"))
    }
}
