package import Domain
import Synchronization

/// Slows down whoever guesses passwords, and locks nobody out.
///
/// 1. Only failures count: what an attempt took is given back when it succeeds.
/// 2. An address that has signed in to an account before has tries of its own there, which no
///    failure from elsewhere uses up.
/// 3. An address that has not has three tries of its own too, so that nobody is kept from coming in
///    somewhere new; then all such addresses share what the account allows. Many addresses guess as
///    much faster as those three tries each make them.
/// 4. An address is held back whatever accounts it tries, but where rule 2 has let it in, and so is
///    an IPv6 site, which has 65,536 networks to try from.
/// 5. A name that nobody has is treated as any other, before any work is done on it.
package final class SignInThrottle: Sendable {
    static let ofAddress = Allowance(burst: 30, perSecond: 1.0 / 10)
    static let ofSite = Allowance(burst: 90, perSecond: 1.0 / 5)
    static let ofKnownPair = Allowance(burst: 10, perSecond: 1.0 / 30)
    static let ofNewPair = Allowance(burst: 3, perSecond: 1.0 / 600)
    static let ofAccount = Allowance(burst: 10, perSecond: 1.0 / 60)

    /// Entries of each kind that are held at most: some megabytes together.
    private static let most = 50_000

    fileprivate struct Pair: Hashable {
        let name: Username
        let address: AddressGroup
    }

    private struct State {
        var known = Remembered<Pair, Bool>(most: most)
        var addresses = Allowances<AddressGroup>(most: most)
        var sites = Allowances<AddressGroup>(most: most)
        var knownPairs = Allowances<Pair>(most: most)
        var newPairs = Allowances<Pair>(most: most)
        var accounts = Allowances<Username>(most: most)
    }

    /// An attempt that was let through, and what it took.
    package struct Attempt: Sendable {
        fileprivate enum Paid { case nothing, knownPair, newPair, account }
        fileprivate let pair: Pair?
        fileprivate let address: AddressGroup?
        fileprivate let paid: Paid
    }

    private let clock: Clock
    private let state = Mutex(State())

    package init(clock: Clock) { self.clock = clock }

    /// Throws `ServiceError.tooManyAttempts`. `name` is `nil` where it is no name at all; without
    /// an address, as within a test, nothing is held back.
    package func begin(_ name: Username?, from address: IPAddress?) throws(ServiceError) -> Attempt
    {
        guard let group = address.map(AddressGroup.init) else {
            return Attempt(pair: nil, address: nil, paid: .nothing)
        }
        let now = Double(clock.now().seconds)
        let pair = name.map { Pair(name: $0, address: group) }
        let outcome: Result<Attempt, ServiceError> = state.withLock { state in
            if let pair, state.known[pair] == true {
                return Self.outcome(
                    Attempt(pair: pair, address: nil, paid: .knownPair),
                    wait: state.knownPairs.take(pair, of: Self.ofKnownPair, at: now))
            }
            if let wait = state.addresses.take(group, of: Self.ofAddress, at: now) {
                return .failure(.tooManyAttempts(seconds: Self.whole(wait)))
            }
            if let site = group.site,
                let wait = state.sites.take(site, of: Self.ofSite, at: now)
            {
                state.addresses.giveBack(group)
                return .failure(.tooManyAttempts(seconds: Self.whole(wait)))
            }
            guard let pair else {
                return .success(Attempt(pair: nil, address: group, paid: .nothing))
            }
            guard let own = state.newPairs.take(pair, of: Self.ofNewPair, at: now) else {
                return .success(Attempt(pair: pair, address: group, paid: .newPair))
            }
            let shared = state.accounts.take(pair.name, of: Self.ofAccount, at: now)
            if shared != nil { state.addresses.giveBack(group) }
            return Self.outcome(
                Attempt(pair: pair, address: group, paid: .account),
                wait: shared.map { min(own, $0) })
        }
        return try outcome.get()
    }

    /// The attempt was right, and its address is known to the account from now on.
    package func succeeded(_ attempt: Attempt) {
        guard let pair = attempt.pair else { return }
        state.withLock { state in
            state.known[pair] = true
            if let address = attempt.address {
                state.addresses.giveBack(address)
                if let site = address.site { state.sites.giveBack(site) }
            }
            switch attempt.paid {
            case .nothing: break
            case .knownPair: state.knownPairs.giveBack(pair)
            case .newPair: state.newPairs.giveBack(pair)
            case .account: state.accounts.giveBack(pair.name)
            }
        }
    }

    /// Somebody who is signed in already showed it from this address.
    package func remember(_ name: Username, at address: IPAddress?) {
        guard let address else { return }
        state.withLock { $0.known[Pair(name: name, address: AddressGroup(address))] = true }
    }

    private static func outcome(_ attempt: Attempt, wait: Double?) -> Result<Attempt, ServiceError>
    {
        wait.map { .failure(.tooManyAttempts(seconds: whole($0))) } ?? .success(attempt)
    }

    private static func whole(_ seconds: Double) -> Int { max(1, Int(seconds.rounded(.up))) }
}
