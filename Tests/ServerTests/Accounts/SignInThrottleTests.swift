import Domain
import Service
import Testing

@Suite struct SignInThrottleTests {
    private let clock = TestClock()
    private let throttle: SignInThrottle

    init() { throttle = SignInThrottle(clock: clock.clock) }

    private func name(_ text: String = "ana") throws -> Username {
        try #require(Username(rawValue: text))
    }

    private func address(_ number: Int) throws -> IPAddress {
        try #require(IPAddress("198.51.\(number / 256).\(number % 256)"))
    }

    /// How many failures in a row are heard.
    private func failures(_ name: Username?, from address: IPAddress, upTo most: Int = 1000) -> Int
    {
        for count in 0..<most where (try? throttle.begin(name, from: address)) == nil {
            return count
        }
        return most
    }

    private func signIn(_ name: Username, from address: IPAddress) throws {
        throttle.succeeded(try throttle.begin(name, from: address))
    }

    @Test("whoever guesses at one account is slowed down, and told until when")
    func oneGuesser() throws {
        let (ana, guesser) = (try name(), try address(1))
        #expect(failures(ana, from: guesser) == 13)
        let error = #expect(throws: ServiceError.self) {
            try throttle.begin(ana, from: guesser)
        }
        guard case .tooManyAttempts(let seconds)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(seconds == 60)
        clock.advance(by: Int64(seconds))
        #expect(failures(ana, from: guesser) == 1)
        clock.advance(by: 3600)
        #expect(failures(ana, from: guesser) <= 13)
    }

    @Test("an IPv6 site guesses no faster for having many networks")
    func site() throws {
        let ana = try name()
        var heard = 0
        for number in 0..<2000 {
            let address = try #require(
                IPAddress("2001:db8:7:" + String(number, radix: 16) + "::1"))
            heard += failures(ana, from: address, upTo: 5)
        }
        #expect(heard <= 90, "\(heard)")
        let elsewhere = try #require(IPAddress("2001:db8:8::1"))
        #expect(failures(ana, from: elsewhere, upTo: 3) == 3)
    }

    @Test(
        "many addresses together guess little faster at one account than one, their first tries apart"
    )
    func manyGuessers() throws {
        let ana = try name()
        for number in 0..<200 { _ = failures(ana, from: try address(number)) }
        var heard = 0
        for _ in 0..<60 {
            clock.advance(by: 60)
            for number in 0..<200 where (try? throttle.begin(ana, from: try address(number))) != nil
            {
                heard += 1
            }
        }
        // An hour: sixty shared tries, and each address its own few.
        #expect((60...60 + 200 * 6).contains(heard), "\(heard)")
    }

    @Test("nobody is locked out by the failures of others, where they have signed in before")
    func ownerAtHome() throws {
        let (ana, home) = (try name(), try address(7))
        try signIn(ana, from: home)
        for number in 100..<400 { _ = failures(ana, from: try address(number)) }
        for _ in 0..<50 { try signIn(ana, from: home) }
        // A few mistakes of their own are forgiven at home even now.
        #expect(failures(ana, from: home) == 10)
        #expect(throws: ServiceError.self) { try throttle.begin(ana, from: home) }
    }

    @Test("nor where they come from for the first time")
    func ownerAbroad() throws {
        let ana = try name()
        for number in 100..<400 { _ = failures(ana, from: try address(number)) }
        try signIn(ana, from: try address(8))
    }

    @Test("somebody at one's own address who guesses at others does not lock one out")
    func sharedAddress() throws {
        let (ana, home) = (try name(), try address(7))
        try signIn(ana, from: home)
        for number in 0..<100 { _ = failures(try name("guess\(number)"), from: home) }
        try signIn(ana, from: home)
    }

    @Test("an address is held back whatever names it tries, be they names or none")
    func addresses() throws {
        var heard = 0
        for number in 0..<100 {
            heard += failures(try name("guess\(number)"), from: try address(1), upTo: 1)
        }
        #expect(heard == 30)
        #expect(failures(nil, from: try address(2)) == 30)
        // All of an IPv6 network is one customer.
        let (first, second, other) = ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1")
        #expect(failures(nil, from: try #require(IPAddress(first))) == 30)
        #expect(failures(nil, from: try #require(IPAddress(second))) == 0)
        #expect(failures(nil, from: try #require(IPAddress(other))) == 30)
    }

    @Test("signing in rightly takes nothing, however often")
    func rightly() throws {
        for _ in 0..<500 { try signIn(try name(), from: try address(1)) }
        for number in 0..<500 { try signIn(try name("user\(number)"), from: try address(2)) }
    }

    @Test("a session that is renewed makes its address known again, as after a restart")
    func renewed() throws {
        let (ana, home) = (try name(), try address(7))
        for number in 100..<400 { _ = failures(ana, from: try address(number)) }
        throttle.remember(ana, at: home)
        #expect(failures(ana, from: home) == 10)
    }
}
