/// The words of a search as typed. Any text is a search; what is no letter or digit parts words.
package enum SearchWords {
    private static let most = 16

    package static func words(of text: String) -> [String] {
        text.prefix(400)
            .split { !$0.isLetter && !$0.isNumber }
            .prefix(most)
            .map { $0.lowercased() }
    }
}
