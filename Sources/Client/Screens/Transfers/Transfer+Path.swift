import Domain

extension Transfer {
    /// The file, or the folder of several.
    var path: String { savePath.hasSuffix("/") ? savePath + name : "\(savePath)/\(name)" }
}
