package import Client

/// Communities that begin on this machine.
package protocol HostPort: Sendable {
    /// A lasting one, with its data folder.
    func hostCommunity() async throws(CommunityFailure) -> HostedCommunity

    /// One that goes with the program.
    func startDemo() async throws(CommunityFailure) -> DemoCommunity
}
