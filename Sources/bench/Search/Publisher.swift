import API
import Bencoding
import Domain
import Foundation

/// Publishes at a steady pace while others search.
struct Publisher: Sendable {
    private static let interval = 0.2

    let port: UInt16
    let maker: CatalogMaker

    /// Until `done`; the times in milliseconds.
    func run(until done: Latch) throws -> [Double] {
        let founder = try Viewer("publisher", username: Viewer.founder, port: port)
        var dice = SplitMix64(seed: UInt64.random(in: 0 ... .max))
        var times: [Double] = []
        let watch = Stopwatch()
        while !done.isRaised {
            times.append(
                try founder.post(Endpoints.publish.path([]), request(&dice)).milliseconds)
            // One that took long does not move those after it.
            let next = Double(times.count) * Self.interval
            Thread.sleep(forTimeInterval: max(0, next - watch.seconds))
        }
        return times
    }

    private func request(_ dice: inout SplitMix64) -> PublishRequest {
        let draft = maker.draft(Int.random(in: 0..<1_000_000_000, using: &dice))
        let title = draft.title.joined(separator: " ")
        let torrent = BencodeValue.dictionary([
            "info": .dictionary([
                "length": .integer(16_384), "name": .string("\(title).\(draft.ending)"),
                "piece length": .integer(16_384), "pieces": .bytes(dice.bytes(20)),
                "private": .integer(1),
            ])
        ])
        return PublishRequest(
            title: title, description: draft.description.joined(separator: " "), tags: draft.tags,
            minRoleWeight: draft.weight, torrent: Data(torrent.bytes).base64EncodedString())
    }
}
