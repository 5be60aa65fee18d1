import API

extension NoticeState {
    static func firstPassword(_ password: String, of hosted: HostedCommunity) -> NoticeState {
        NoticeState(
            title: .communityIsHosted, lines: [.passwordShownOnce],
            facts: [
                Fact(.address, hosted.server.url),
                Fact(.username, hosted.username),
                Fact(.password, password, isSecret: true),
                Fact(.dataFolder, hosted.dataFolder),
            ])
    }
}
