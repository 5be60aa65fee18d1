/// Whether a name that a stranger chose may become part of a path on this disk.
///
/// libtorrent cleans names too; this check stands before it and refuses instead, so that nothing
/// is written under a name the torrent did not say (CVE-2009-1760, CVE-2010-0012).
enum SafePath {
    private static let longest = 255
    private static let deepest = 100

    static func check(_ parts: [ArraySlice<UInt8>]) throws(TorrentError) {
        guard !parts.isEmpty, parts.count <= deepest, parts.allSatisfy(isSafe) else {
            throw .hostilePath(
                parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/"))
        }
    }

    static func isSafe(_ part: ArraySlice<UInt8>) -> Bool {
        guard !part.isEmpty, part.count <= longest else { return false }
        guard !part.elementsEqual(".".utf8), !part.elementsEqual("..".utf8) else { return false }
        guard !part.contains(UInt8(ascii: "/")) else { return false }
        // Control characters of ASCII by their bytes, whatever the encoding; those of C1 where the
        // name is UTF-8. NUL is among the first.
        guard part.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return false }
        return !String(decoding: part, as: UTF8.self).unicodeScalars.contains {
            (0x80...0x9F).contains($0.value)
        }
    }
}
