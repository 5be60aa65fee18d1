import Foundation

/// The mark that a transaction leaves in the database with what it changes.
///
/// A connection lost at the commit does not tell whether it was carried out. The next try leaves the
/// same mark *first*: where it is there already, the earlier one was committed; where the earlier
/// one is still under way, the server lets us wait for it; else the earlier one can never be
/// committed any more. In a cluster the marks of both collide, and one of the two is refused.
struct MySQLCommitToken: Sendable {
    static let table = "committed_write"

    static let definition = """
        create table if not exists \(table) (
            token varbinary(16) not null primary key,
            attempt tinyint not null
        ) engine = InnoDB character set utf8mb4 collate utf8mb4_bin
        """

    /// Milliseconds, largest byte first, then chance: so new ones are inserted at the end, and old
    /// ones are deleted from the beginning, without another index.
    let bytes: [UInt8]

    init() {
        bytes = Self.milliseconds(Date()) + (0..<8).map { _ in UInt8.random(in: 0...255) }
    }

    /// Before all that were made from that moment on.
    static func lowest(of date: Date) -> [UInt8] { milliseconds(date) }

    private static func milliseconds(_ date: Date) -> [UInt8] {
        let time = UInt64(max(0, date.timeIntervalSince1970) * 1000)
        return (0..<8).map { UInt8(truncatingIfNeeded: time >> (56 - 8 * $0)) }
    }

    /// Literal: told apart on the wire by tests that cut a connection.
    func insertion(attempt: Int) -> String {
        let digits = bytes.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        return "insert into \(Self.table) (token, attempt) values (x'\(digits)', \(attempt))"
    }
}
