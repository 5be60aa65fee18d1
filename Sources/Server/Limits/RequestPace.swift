import Domain
import Service
import Synchronization

/// How fast one client may ask: each caller by themselves, and each address for all who come from
/// it, signed in or not.
final class RequestPace: Sendable {
    /// Many share an address, behind a router or a proxy.
    private static let callersPerAddress = 4.0
    /// What an endpoint costs that anybody may call: a password is checked slowly.
    static let openCost = 10.0
    /// Accounts that one address makes: enough for a class that joins together.
    private static let ofNewcomers = Allowance(burst: 30, perSecond: 1.0 / 300)
    private static let most = 50_000

    private struct State {
        var callers = Allowances<UserID>(most: most)
        var addresses = Allowances<AddressGroup>(most: most)
        var newcomers = Allowances<AddressGroup>(most: most)
    }

    private let settings: Settings
    private let now: @Sendable () -> ContinuousClock.Instant
    private let start: ContinuousClock.Instant
    private let state = Mutex(State())

    init(settings: Settings, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        self.settings = settings
        self.now = now
        start = now()
    }

    /// Throws `ServiceError.tooFast`.
    func admit(_ address: IPAddress?, cost: Double = 1) async throws {
        guard let address else { return }
        let own = await allowance()
        let allowance = Allowance(
            burst: own.burst * Self.callersPerAddress,
            perSecond: own.perSecond * Self.callersPerAddress)
        try refuse(
            state.withLock {
                $0.addresses.take(AddressGroup(address), cost: cost, of: allowance, at: seconds)
            })
    }

    /// Before an account is made. Throws `ServiceError.tooFast`.
    func admitNewcomer(_ address: IPAddress?) throws {
        guard let address else { return }
        try refuse(
            state.withLock {
                $0.newcomers.take(AddressGroup(address), of: Self.ofNewcomers, at: seconds)
            })
    }

    /// Throws `ServiceError.tooFast`.
    func admit(_ caller: UserID) async throws {
        let allowance = await allowance()
        try refuse(state.withLock { $0.callers.take(caller, of: allowance, at: seconds) })
    }

    private func allowance() async -> Allowance {
        let settings = await settings.recent()
        return Allowance(
            burst: Double(settings.requestBurst), perSecond: Double(settings.requestsPerSecond))
    }

    private var seconds: Double { (now() - start) / .seconds(1) }

    private func refuse(_ wait: Double?) throws {
        guard let wait else { return }
        throw ServiceError.tooFast(seconds: max(1, Int(wait.rounded(.up))))
    }
}
