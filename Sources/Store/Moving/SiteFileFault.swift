/// What can be wrong with moving a site, apart from its database.
package enum SiteFileFault: Error, Hashable, Sendable {
    case notASite
    case unknownVersion(Int)
    case newerSchema(found: Int, known: Int)
    case olderSchema(found: Int, known: Int)
    /// The file ends before its end. The line is the last one there is.
    case cutOff(SitePlace)
    case damaged(SitePlace, String)
    /// The database that should take the site has rows already: "6 rows in role".
    case notEmpty([String])
    /// The database went away in the middle of an export, and what it has now may be another state.
    case interrupted
}

extension SiteFileFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notASite: "this is not a site that enxamed exported"
        case .unknownVersion(let version):
            "the file is of version \(version) of its format, and this enxamed reads "
                + "\(SiteLine.version): import it with a newer one"
        case .newerSchema(let found, let known):
            "the file was exported by a newer enxamed (schema \(found), this one knows \(known))"
        case .olderSchema(let found, let known):
            "the file was exported by an older enxamed (schema \(found), this one has \(known)): "
                + "import it with that one, then start this one on its database"
        case .cutOff(let place): "the file is cut off after \(place)"
        case .damaged(let place, let why): "the file is damaged at \(place): \(why)"
        case .notEmpty(let what):
            "a site can only move into an empty database, and this one has "
                + what.formatted(conjunction: "and")
        case .interrupted: "the database went away during the export: begin again"
        }
    }
}

extension [String] {
    /// "a, b and c".
    fileprivate func formatted(conjunction: String) -> String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}
