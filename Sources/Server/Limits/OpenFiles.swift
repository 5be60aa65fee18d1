import Foundation

/// How many files and sockets the system lets this process have open (getrlimit(2)).
package enum OpenFiles {
    /// Raises the soft limit to the hard one, and answers what holds then. The soft one is 1024
    /// nearly everywhere, for programs that use select(2); this one does not, and nginx and systemd
    /// advise those to raise it themselves.
    package static func raiseLimit() -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return assumed }
        if limit.rlim_cur < limit.rlim_max {
            let soft = limit.rlim_cur
            limit.rlim_cur = limit.rlim_max
            if setrlimit(resource, &limit) != 0 { limit.rlim_cur = soft }
        }
        return Int(clamping: limit.rlim_cur)
    }

    /// What POSIX systems give where they do not say.
    private static let assumed = 1024
}

extension ConnectionLimits {
    /// For the database, the listeners and their loops, and what was accepted and is about to be
    /// closed again.
    private static let filesKept = 128
    private static let leastConnections = 16

    /// So that two listeners that are both full do not take all the files there are: a process that
    /// has none left can neither accept nor open its database.
    ///
    /// - Returns: whether fewer may connect for it.
    package mutating func fit(openFiles: Int) -> Bool {
        let each = max(Self.leastConnections, (openFiles - Self.filesKept) / 2)
        guard each < connections else { return false }
        connections = each
        perAddress = min(perAddress, max(1, each / 2))
        return true
    }
}
