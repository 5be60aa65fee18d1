/// How long the engine waits for what, and how often it tries.
package struct MySQLLimits: Sendable {
    /// Seconds for reaching a server and being let in.
    package var connect: UInt32 = 5
    /// Seconds for the answer to a statement; past them the server counts as gone.
    package var answer: UInt32 = 30
    /// Seconds for the answer to a definition: an index over a large catalog takes its time.
    package var definition: UInt32 = 3600
    /// Seconds for a row that another transaction holds.
    package var lock: UInt32 = 5
    /// For a connection of the pool.
    package var pool: Duration = .seconds(10)
    /// How often a transaction is tried in all: nodes of a cluster that write the same few rows, as
    /// the end of the audit log is one, undo each other's over and over.
    package var attempts = 10

    package init() {}
}
