/// What the SQL of the two families of engines says differently. Statements are written once, and
/// ask here for the few words that cannot be shared; `SearchIndex` holds the rest.
package enum SQLDialect: Hashable, Sendable {
    /// SQLite.
    case sqlite
    /// MySQL, MariaDB, and what speaks as they do.
    case mysql
}

/// Types of columns. SQLite keeps what it is given; the others want to know how long a key can be.
extension SQLDialect {
    /// A number the database gives. Numbers are unique and nothing more: a cluster gives them out
    /// of order, so time is told by columns that hold a time.
    var identity: String {
        self == .sqlite
            ? "integer primary key autoincrement" : "bigint not null auto_increment primary key"
    }

    /// 64 bits with a sign.
    var integer: String { self == .sqlite ? "integer" : "bigint" }

    /// Text of at most `length` characters, short enough for a key.
    func word(_ length: Int) -> String { self == .sqlite ? "text" : "varchar(\(length))" }

    /// Text of any length (16 MiB).
    var text: String { self == .sqlite ? "text" : "mediumtext" }

    /// At most `length` bytes, short enough for a key.
    func digest(_ length: Int) -> String { self == .sqlite ? "blob" : "varbinary(\(length))" }

    /// Bytes of any length.
    var blob: String { self == .sqlite ? "blob" : "longblob" }

    /// A reference that the schema checks, where that is free. In a Galera cluster a checked
    /// reference makes every insert collide with every update of the row it points to, and Vitess
    /// cannot check across shards, so there the statements alone keep it.
    func references(_ table: String, _ column: String = "id") -> String {
        self == .sqlite ? " references \(table) (\(column))" : ""
    }

    /// After the closing bracket of a table: text is compared byte by byte, as SQLite does.
    var tableOptions: String {
        self == .sqlite ? "" : " engine = InnoDB character set utf8mb4 collate utf8mb4_bin"
    }
}

/// Words within statements.
extension SQLDialect {
    /// After a `select` whose rows the transaction is about to change. SQLite has one writer.
    var locking: String { self == .sqlite ? "" : " for update" }

    /// After a `select` that must see what others committed since the transaction began, and keep
    /// it so.
    var sharing: String { self == .sqlite ? "" : " lock in share mode" }

    /// `insert` that leaves a row alone which is there already.
    var insertMissing: String { self == .sqlite ? "insert or ignore" : "insert ignore" }

    /// After the closing bracket of a table whose key is all of it: it needs no second tree. InnoDB
    /// keeps every table so.
    var rowsInKey: String { self == .sqlite ? " without rowid" : "" }

    /// The length of text in characters.
    var characters: String { self == .sqlite ? "length" : "char_length" }
}
