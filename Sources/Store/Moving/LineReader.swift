import Foundation

/// Cuts what is read from a source into lines, and holds no more of it than one line and a chunk.
struct LineReader {
    /// A torrent of 10 MB with its piece layers, in base64, takes a third of it.
    static let longestLine = 64 << 20
    private static let chunk = 256 << 10

    private let source: (_ count: Int) throws -> [UInt8]
    private var buffer: [UInt8] = []
    private var start = 0
    private var searched = 0
    private var isAtEnd = false
    /// How many lines were answered.
    private(set) var number = 0
    /// How many bytes were taken from the source.
    private(set) var bytesRead = 0

    /// `source` answers at most `count` bytes, and none at the end.
    init(_ source: @escaping (_ count: Int) throws -> [UInt8]) { self.source = source }

    /// A line with its end; `nil` when there is none any more.
    /// Throws `SiteFileFault.cutOff` where the last one has no end.
    mutating func next() throws -> [UInt8]? {
        while true {
            if let end = lineEnd() {
                let line = Array(buffer[start...end])
                start = end + 1
                searched = start
                number += 1
                return line
            }
            searched = buffer.count
            if isAtEnd {
                guard start == buffer.count else {
                    throw SiteFileFault.cutOff(SitePlace(line: number, block: nil))
                }
                return nil
            }
            guard buffer.count - start <= Self.longestLine else {
                throw number == 0
                    ? SiteFileFault.notASite
                    : .damaged(SitePlace(line: number + 1, block: nil), "the line has no end")
            }
            try fill()
        }
    }

    private func lineEnd() -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, searched < bytes.count,
                let found = memchr(base + searched, 0x0A, bytes.count - searched)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private mutating func fill() throws {
        buffer.removeFirst(start)
        searched -= start
        start = 0
        let more = try source(Self.chunk)
        isAtEnd = more.isEmpty
        bytesRead += more.count
        buffer += more
    }
}
