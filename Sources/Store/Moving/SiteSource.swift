import Dispatch

/// A file of a site as it is read, on a queue of its own: a disk or a pipe may make us wait.
package actor SiteSource {
    private let executor = QueueExecutor(label: "enxamed.site")
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// Answers at most `count` bytes, and none at the end.
    package typealias Read = @Sendable (_ count: Int) throws -> [UInt8]

    private let read: Read
    private var reader: SiteReader?

    package init(read: @escaping Read) { self.read = read }

    /// Reads to the end, and throws `SiteFileFault` unless all of it holds.
    package func check(progress: @Sendable (_ bytes: Int) -> Void) throws -> SiteSummary {
        while try next() != nil { progress(try begun().bytesRead) }
        guard let summary = reader?.summary else { throw SiteFileFault.notASite }
        return summary
    }

    func header() throws -> SiteLine.Header { try begun().header }

    func next() throws -> SiteReader.Block? {
        var reader = try begun()
        self.reader = nil
        defer { self.reader = reader }
        return try reader.next()
    }

    var summary: SiteSummary? { reader?.summary }

    private func begun() throws -> SiteReader {
        if let reader { return reader }
        let begun = try SiteReader(read)
        reader = begun
        return begun
    }
}
