/// One thing a role may do. The raw value is what the API and the database say.
package enum Permission: String, CaseIterable, Codable, Sendable {
    case catalogRead = "catalog.read"
    case catalogPublish = "catalog.publish"
    case catalogPublishUnmoderated = "catalog.publish_unmoderated"
    case catalogEdit = "catalog.edit"
    case catalogDelete = "catalog.delete"
    case uploadsApprove = "uploads.approve"
    case usersRead = "users.read"
    case usersManage = "users.manage"
    case usersBan = "users.ban"
    case usersInvite = "users.invite"
    case ratioAdjust = "ratio.adjust"
    case rolesManage = "roles.manage"
    case settingsManage = "settings.manage"
    case auditRead = "audit.read"
    case statsRead = "stats.read"
    case evidenceReview = "evidence.review"

    /// One line for people, as `GET /permissions` answers it.
    package var meaning: String {
        switch self {
        case .catalogRead: "Search and open the catalog, and download from it"
        case .catalogPublish: "Publish to the catalog; staff approves it first"
        case .catalogPublishUnmoderated: "Publish without waiting for approval"
        case .catalogEdit: "Edit entries of the catalog that others published"
        case .catalogDelete: "Delete entries of the catalog"
        case .uploadsApprove: "Approve or reject what others published"
        case .usersRead: "List the members and read their profiles"
        case .usersManage: "Create members and change their roles"
        case .usersBan: "Ban members and lift bans"
        case .usersInvite: "Invite newcomers"
        case .ratioAdjust: "Adjust ratios and what torrents count for, with a reason"
        case .rolesManage: "Create, change and delete roles"
        case .settingsManage: "Change the settings of the community"
        case .auditRead: "Read who did what to whom, when and why"
        case .statsRead: "Read anybody's ratio and history"
        case .evidenceReview: "Read and judge what speaks against members' counters"
        }
    }

    /// Whether holding it makes its holder staff, who sees the admin console.
    package var isStaff: Bool {
        switch self {
        case .catalogRead, .catalogPublish, .catalogPublishUnmoderated, .statsRead, .usersInvite:
            false
        case .catalogEdit, .catalogDelete, .uploadsApprove, .usersRead, .usersManage, .usersBan,
            .ratioAdjust, .rolesManage, .settingsManage, .auditRead, .evidenceReview:
            true
        }
    }
}

extension Permission: Comparable {
    package static func < (a: Permission, b: Permission) -> Bool { a.rawValue < b.rawValue }
}
