import API

extension AppState {
    /// The name of whoever published it, or words for a member who is no more.
    func uploader(of item: CatalogSummary) -> String {
        item.uploader == CatalogSummary.deletedMember ? say(.deletedMember) : item.uploader
    }
}
