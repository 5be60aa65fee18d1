import Domain

/// A file's or folder's name out of a torrent, cleaned for one line.
///
/// Refused are names that some system takes for something else than a name in this folder: empty,
/// `.` and `..`, with a separator, NUL or control character, and the device names of Windows
/// (CVE-2009-1760, CVE-2010-0012).
struct PathComponent: Hashable {
    let text: String

    /// The longest name that a file system holds.
    private static let maximumBytes = 255

    init(_ bytes: ArraySlice<UInt8>) throws(MetainfoError) {
        guard !bytes.isEmpty, bytes.count <= Self.maximumBytes,
            !bytes.elementsEqual(".".utf8), !bytes.elementsEqual("..".utf8),
            !bytes.contains(where: Self.isForbidden),
            let name = String(validating: bytes, as: UTF8.self),
            !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }),
            !Self.isDevice(name)
        else { throw .hostileName(MetainfoError.shown(bytes)) }
        let cleaned = OneLine.cleaned(name)
        guard !cleaned.isEmpty, cleaned != ".", cleaned != ".." else {
            throw .hostileName(MetainfoError.shown(bytes))
        }
        text = cleaned
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }

    private static func isDevice(_ name: String) -> Bool {
        let stem = (name.split(separator: ".").first ?? "").uppercased()
        if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
        return stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
            && ("1"..."9").contains(stem.suffix(1))
    }
}
