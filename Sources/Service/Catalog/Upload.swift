package import Domain

/// What somebody wants to publish.
package struct Upload: Sendable {
    package let title: String
    package let description: String
    package let tags: [String]
    package let minRoleWeight: RoleWeight
    package let metainfo: Metainfo

    package init(
        title: String, description: String, tags: [String], minRoleWeight: RoleWeight,
        metainfo: Metainfo
    ) {
        self.title = title
        self.description = description
        self.tags = tags
        self.minRoleWeight = minRoleWeight
        self.metainfo = metainfo
    }

    /// Cleaned and within bounds, or `ServiceError.invalid` naming the field.
    func checked() throws -> Upload {
        Upload(
            title: try Self.checkedTitle(title),
            description: try Self.checkedDescription(description),
            tags: try Self.checkedTags(tags), minRoleWeight: minRoleWeight, metainfo: metainfo)
    }

    static func checkedTitle(_ text: String) throws -> String {
        let title = OneLine.cleaned(text)
        guard (1...200).contains(title.count), title.utf8.count <= 1000 else {
            throw ServiceError.invalid(
                field: "title", "A title is one line of 1 to 200 characters.")
        }
        return title
    }

    static func checkedDescription(_ text: String) throws -> String {
        let description = OneLine.cleanedParagraphs(text)
        guard description.utf8.count <= 20_000 else {
            throw ServiceError.invalid(
                field: "description", "A description has at most 20,000 bytes.")
        }
        return description
    }

    static func checkedTags(_ tags: [String]) throws -> [String] {
        guard tags.count <= 20 else {
            throw ServiceError.invalid(field: "tags", "At most 20 tags.")
        }
        var seen: Set<String> = []
        var checked: [String] = []
        for tag in tags {
            let cleaned = OneLine.cleaned(tag).lowercased()
                .split(separator: " ").joined(separator: "-")
            guard (1...30).contains(cleaned.count), cleaned.utf8.count <= 150,
                !cleaned.contains(",")
            else {
                throw ServiceError.invalid(
                    field: "tags", "A tag has 1 to 30 characters and no comma.")
            }
            if seen.insert(cleaned).inserted { checked.append(cleaned) }
        }
        return checked
    }
}
