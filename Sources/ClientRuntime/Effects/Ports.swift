/// The world, as far as effects touch it.
package struct Ports: Sendable {
    package let community: any CommunityPort
    package let transfers: any TransferPort
    package let desktop: any DesktopPort
    package let host: any HostPort
    package let memory: any MemoryPort
    package let kept: any KeptCatalogPort

    package init(
        community: any CommunityPort, transfers: any TransferPort, desktop: any DesktopPort,
        host: any HostPort, memory: any MemoryPort, kept: any KeptCatalogPort = NothingKept()
    ) {
        self.community = community
        self.transfers = transfers
        self.desktop = desktop
        self.host = host
        self.memory = memory
        self.kept = kept
    }
}
