import Synchronization

/// The servers that hold one database, and which of them to ask.
final class MySQLHosts: Sendable {
    private struct State {
        var preferred = 0
        var silence: (until: ContinuousClock.Instant, fault: SQLFault)?
    }

    /// When none lets us in, nobody else waits for that again so soon.
    private static let silence: Duration = .milliseconds(250)

    let address: MySQLAddress
    let limits: MySQLLimits
    private let state = Mutex(State())

    init(_ address: MySQLAddress, limits: MySQLLimits) {
        self.address = address
        self.limits = limits
    }

    private var count: Int { max(address.hosts.count, 1) }

    /// A connection to the first host that will serve, beginning with the one that did last.
    func open(isPatient: Bool = false) throws(SQLFault) -> MySQLLink {
        let (first, silence) = state.withLock { ($0.preferred, $0.silence) }
        if let silence, ContinuousClock.now < silence.until { throw silence.fault }
        var fault: SQLFault?
        for host in (0..<count).map({ (first + $0) % count }) {
            do {
                let link = try link(to: host, isPatient: isPatient)
                state.withLock {
                    $0.preferred = host
                    $0.silence = nil
                }
                return link
            } catch {
                fault = fault ?? error
            }
        }
        let told = fault ?? .unavailable("no host")
        state.withLock { $0.silence = (.now + Self.silence, told) }
        throw told
    }

    /// A host that failed is asked last from now on.
    func leave(_ host: Int) {
        state.withLock { if $0.preferred == host { $0.preferred = (host + 1) % count } }
    }

    private func link(to host: Int, isPatient: Bool) throws(SQLFault) -> MySQLLink {
        do {
            let link = try MySQLLink(address, host: host, isPatient: isPatient, limits: limits)
            guard !link.isReadOnly else {
                throw SQLFault.readOnly("\(address) is set to read_only")
            }
            return link
        } catch let error as MySQLError {
            throw .cannotConnect(address: "\(address)", words(error))
        } catch let fault as SQLFault {
            throw fault
        } catch {
            throw .cannotConnect(address: "\(address)", "\(error)")
        }
    }

    private func words(_ error: MySQLError) -> String {
        let database = address.database
        return switch error.code {
        case 1045, 1698: "it does not let \(address.user) in (wrong name or password)"
        case 1044: "\(address.user) may not use the database \(database)"
        case 1049:
            "there is no database \(database); make one with: "
                + "create database \(database) character set utf8mb4"
        case 2026: "TLS failed: \(error.message)"
        default: "\(error.message) (error \(error.code))"
        }
    }
}
