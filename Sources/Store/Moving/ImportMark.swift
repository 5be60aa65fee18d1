/// The setting that stands in a database from the first row of an import to the last, so that a
/// site of which half moved is never served.
enum ImportMark {
    static let name = "import_unfinished"

    static func set(_ db: any SQLConnection) throws {
        try db.run(
            "insert into setting (name, value) values (?, ?)", [.text(name), .text("yes")])
    }

    static func remove(_ db: any SQLConnection) throws {
        try db.run("delete from setting where name = ?", [.text(name)])
    }

    /// Throws `SQLFault.unfinishedImport` where it stands.
    static func refuse(_ db: any SQLConnection) throws {
        if try db.first("select value from setting where name = ?", [.text(name)]) != nil {
            throw SQLFault.unfinishedImport
        }
    }
}
