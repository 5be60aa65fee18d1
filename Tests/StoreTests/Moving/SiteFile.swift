import Domain
import Foundation
import Store
import Synchronization
import Testing

/// A site that was exported, held in memory.
struct SiteFile {
    var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    init(of store: CommunityStore, madeAt: Timestamp = StoreStage.start) async throws {
        let collected = Collected()
        _ = try await store.export(madeAt: madeAt) { collected.add($0) }
        bytes = collected.bytes
    }

    var source: SiteSource { source() }

    /// One that reads no further than `end`, and then fails as a disk would.
    func source(failingAt end: Int? = nil) -> SiteSource {
        let at = Mutex(0)
        let bytes = bytes
        return SiteSource { count in
            try at.withLock { at in
                if let end, at + count > end { throw Failure() }
                let part = Array(bytes[at..<min(at + count, bytes.count)])
                at += part.count
                return part
            }
        }
    }

    struct Failure: Error {}

    /// What `enxamed import` says of it, before a row is written; `nil` when it is sound.
    func complaint() async throws -> String? {
        do {
            _ = try await source.check { _ in }
            return nil
        } catch let fault as SiteFileFault {
            return fault.description
        }
    }

    /// Without their ends.
    var lines: [String] {
        get { String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n").dropLast() }
        set { bytes = Array(newValue.map { $0 + "\n" }.joined().utf8) }
    }

    /// All but the first line and the last one.
    var content: ArraySlice<UInt8> {
        let newline = UInt8(ascii: "\n")
        guard let first = bytes.firstIndex(of: newline),
            let last = bytes.dropLast().lastIndex(of: newline)
        else { return [] }
        return bytes[first...last]
    }
}

private final class Collected: Sendable {
    private let state = Mutex<[UInt8]>([])
    var bytes: [UInt8] { state.withLock { $0 } }
    func add(_ more: [UInt8]) { state.withLock { $0 += more } }
}
