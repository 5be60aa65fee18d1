/// Which scalars never reach a cell.
///
/// `Domain.OneLine` cleans what is stored; this is the last gate, in a target that imports nothing,
/// so that not even a forgotten cleaning lets an escape sequence through (CVE-2003-0063).
enum TextSafety {
    static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F: return false
        // They make pictures of characters; `Cluster` never puts them into a cell.
        case 0x200D, 0xFE0E...0xFE0F: return false
        // Annotations hide what they enclose.
        case 0xFFF9...0xFFFB: return true
        default: break
        }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint || properties.isBidiControl { return true }
        return switch properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            true
        default: false
        }
    }
}
