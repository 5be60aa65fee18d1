import Domain

/// A file's or folder's name out of a torrent.
///
/// Refused are names that some system takes for something else than a name in this folder: empty,
/// `.` and `..`, with a separator, NUL or control character, and the device names of Windows
/// (CVE-2009-1760, CVE-2010-0012).
package struct PathComponent: Hashable, Sendable {
    /// As the torrent has it and a disk gets it: not for a screen.
    package let onDisk: String
    /// Cleaned for one line.
    package let text: String

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
        onDisk = name
        text = cleaned
    }

    /// The path that `names` make below a folder.
    package static func path(
        _ names: [ArraySlice<UInt8>], below folder: [PathComponent] = []
    ) throws(MetainfoError) -> [PathComponent] {
        guard folder.count + names.count <= MetainfoReader.maximumFolderDepth else {
            throw .tooDeep(MetainfoError.shown(Array(names.joined(separator: "/".utf8))))
        }
        return folder
            + (try names.map { name throws(MetainfoError) in try PathComponent(name) })
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
