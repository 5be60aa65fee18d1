/// An info dictionary with the private flag set (BEP 27).
struct PrivateInfo {
    let bytes: [UInt8]
    /// Whether the flag was missing, so that the hash is another one now.
    let isChanged: Bool

    init(_ info: BencodeNode) {
        guard info["private"]?.integer != 1 else {
            bytes = Array(info.raw)
            isChanged = false
            return
        }
        var entries: [[UInt8]: BencodeValue] = [:]
        for (key, value) in info.dictionary ?? [] {
            entries[Array(key)] = .encoded(Array(value.raw))
        }
        entries[Array("private".utf8)] = .integer(1)
        bytes = BencodeValue.dictionary(entries).bytes
        isChanged = true
    }
}
