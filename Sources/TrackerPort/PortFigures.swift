internal import Synchronization

/// What a port says of itself, for whoever watches it.
package struct PortFigures: Hashable, Sendable {
    /// Connections that are held now: those that are idle, slow, or wait for an answer.
    package var openConnections = 0
    /// Bytes that they hold, as of the last quarter of a second.
    package var heldBytes = 0
    /// Requests that were refused because their address asked too often, since the start.
    package var requestsTooOften = 0
    /// Packets that were dropped because their address sent too many, since the start.
    package var packetsTooOften = 0
    /// Packets whose answer could not wait because so many did, since the start.
    package var packetsCrowdedOut = 0
    /// Connections that were closed because there was no place for them, since the start.
    package var connectionsCrowdedOut = 0

    package init() {}
}

/// The same, told by the loop's thread and read by others.
final class PortCounters: Sendable {
    let open = Atomic(0)
    let held = Atomic(0)
    let requestsTooOften = Atomic(0)
    let packetsTooOften = Atomic(0)
    let packetsCrowdedOut = Atomic(0)
    let connectionsCrowdedOut = Atomic(0)

    var figures: PortFigures {
        var figures = PortFigures()
        figures.openConnections = open.load(ordering: .relaxed)
        figures.heldBytes = held.load(ordering: .relaxed)
        figures.requestsTooOften = requestsTooOften.load(ordering: .relaxed)
        figures.packetsTooOften = packetsTooOften.load(ordering: .relaxed)
        figures.packetsCrowdedOut = packetsCrowdedOut.load(ordering: .relaxed)
        figures.connectionsCrowdedOut = connectionsCrowdedOut.load(ordering: .relaxed)
        return figures
    }
}
