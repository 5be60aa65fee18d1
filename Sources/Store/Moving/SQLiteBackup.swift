import Foundation
import GRDB

/// A copy of a database file that is in use: the state of one moment, whoever writes meanwhile.
package enum SQLiteBackup {
    /// 4 MiB of the usual pages between two reports.
    private static let pages: CInt = 1024

    /// Writes the copy to `copy`, an empty file of the caller's, and proves it sound. Throws
    /// `SQLFault`; what is at `copy` then is not to be kept.
    package static func copy(
        from path: String, to copy: String,
        progress: @escaping @Sendable (MovingProgress) -> Void = { _ in }
    ) async throws {
        do {
            try await fill(copy, from: path, progress: progress)
        } catch let error as DatabaseError {
            throw fault(error)
        }
    }

    private static func fill(
        _ copy: String, from path: String, progress: @escaping @Sendable (MovingProgress) -> Void
    ) async throws {
        let source = try open(path, readOnly: true)
        let target = try open(copy, readOnly: false)
        try await source.read { from in
            // The snapshot begins here and holds until the end: a page that is changed meanwhile is
            // copied as it was, and the copying never starts over.
            _ = try Int.fetchOne(from, sql: "select count(*) from sqlite_master")
            try target.writeWithoutTransaction { to in
                try from.backup(to: to, pagesPerStep: pages) { step in
                    progress(
                        MovingProgress(
                            stage: .copying, done: step.completedPageCount,
                            total: step.totalPageCount))
                }
            }
        }
        try source.close()
        progress(MovingProgress(stage: .proving, done: 0, total: nil))
        try await target.writeWithoutTransaction { db in
            // One file, with no log beside it.
            try db.execute(sql: "pragma journal_mode = delete")
            try prove(db)
        }
        try target.close()
    }

    /// The copy is whole, and every row that another refers to is there.
    private static func prove(_ db: GRDB.Database) throws {
        let words = try String.fetchAll(db, sql: "pragma integrity_check")
        guard words == ["ok"] else {
            throw SQLFault.unsound(words.first ?? "integrity_check says nothing")
        }
        if let row = try Row.fetchOne(db, sql: "pragma foreign_key_check") {
            let (table, parent): (String, String) = (row["table"], row["parent"])
            throw SQLFault.unsound("a row of \(table) refers to one of \(parent) that is missing")
        }
    }

    private static func open(_ path: String, readOnly: Bool) throws(SQLFault) -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "enxamed.backup"
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(5)
        if !readOnly {
            // The caller sees to it that the whole of it is on the disk.
            configuration.prepareDatabase { try $0.execute(sql: "pragma synchronous = off") }
        }
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw .cannotOpen(path: path, (error as? DatabaseError)?.message ?? "\(error)")
        }
    }

    private static func fault(_ error: DatabaseError) -> SQLFault {
        switch error.resultCode {
        case .SQLITE_FULL: .full
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .unsound(error.message ?? "it is malformed")
        default: .unavailable(error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }
}
