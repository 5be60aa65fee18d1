/// A code that people copy, read out and type: letters of base32 in groups of four, `abcd-efgh-…`.
/// How it is grouped, spaced and cased means nothing.
package enum SpokenCode {
    /// `length` letters, five bits each, of as many random bytes as they take.
    package static func make(of bytes: [UInt8], length: Int) -> String {
        let letters = Base32.encode(bytes).lowercased().prefix(length)
        return stride(from: 0, to: letters.count, by: 4).map { start in
            String(letters.dropFirst(start).prefix(4))
        }.joined(separator: "-")
    }

    /// What is digested and compared. `nil` for what is no such code.
    package static func canonical(_ text: String) -> String? {
        guard text.utf8.count <= 100 else { return nil }
        var code = ""
        for scalar in text.unicodeScalars where scalar != "-" && !scalar.properties.isWhitespace {
            switch scalar {
            case "a"..."z", "2"..."7": code.unicodeScalars.append(scalar)
            case "A"..."Z": code += scalar.properties.lowercaseMapping
            default: return nil
            }
        }
        return code.isEmpty ? nil : code
    }
}
