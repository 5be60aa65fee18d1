import Domain
import Testing
import Tracker

@Suite struct AnnouncePolicyTests {
    private let ratio = RatioPolicy(requiredRatio: 0.6, grace: bytes(1000))
    private let timing = AnnounceTiming(interval: 1800)

    private func facts(_ change: (inout AnnouncePolicy.Facts) -> Void) -> AnnouncePolicy.Facts {
        var facts = AnnouncePolicy.Facts(
            standing: .available, port: 6881, left: bytes(1), event: nil, hasStarted: false,
            totals: .zero, lastSeen: nil)
        change(&facts)
        return facts
    }

    private func refusal(
        _ change: (inout AnnouncePolicy.Facts) -> Void
    ) -> AnnounceRefusal? {
        AnnouncePolicy.refusal(of: facts(change), ratio: ratio, timing: timing, now: at(10_000))
    }

    @Test("a member in good standing is granted")
    func granted() {
        #expect(refusal { _ in } == nil)
    }

    @Test("what is not in the catalog and what is hidden are refused in the same words")
    func hidden() {
        #expect(refusal { $0.standing = .absent } == .unknownTorrent)
        #expect(refusal { $0.standing = .hidden } == .unknownTorrent)
        #expect(refusal { $0.standing = .awaitsApproval } == .awaitsApproval)
    }

    @Test("a ban comes first and says why")
    func banned() {
        let refusal = refusal {
            $0.banReason = "cheating\u{1B}[31m"
            $0.standing = .hidden
        }
        #expect(refusal?.message == "You are banned from this community: cheating[31m")
    }

    @Test("under the required ratio nothing new starts, and the refusal says what is owed")
    func owes() {
        let poor = counters(1 << 20, 10 << 20)
        let refusal = refusal { $0.totals = poor }
        #expect(refusal == .owes(bytes(5 << 20), requiredRatio: 0.6))
        #expect(
            refusal?.message
                == "You owe 5.0 MiB of upload before you start another download "
                + "(required ratio 0.6). You may always seed.")
    }

    @Test("under the required ratio one may seed, finish what was started, and leave")
    func owesButMay() {
        let poor = counters(0, 1 << 40)
        #expect(
            refusal {
                $0.totals = poor
                $0.left = .zero
            } == nil)
        #expect(
            refusal {
                $0.totals = poor
                $0.hasStarted = true
            } == nil)
        #expect(
            refusal {
                $0.totals = poor
                $0.event = .stopped
            } == nil)
    }

    @Test("a port below 1024 is refused, but not at goodbye")
    func ports() {
        #expect(refusal { $0.port = 25 } == .badPort(25))
        #expect(refusal { $0.port = 1023 } == .badPort(1023))
        #expect(refusal { $0.port = 1024 } == nil)
        #expect(
            refusal {
                $0.port = 80
                $0.event = .stopped
            } == nil)
    }

    @Test("whoever asks too often waits, but an event is never too soon")
    func tooSoon() {
        #expect(refusal { $0.lastSeen = at(10_000) } == .tooSoon(seconds: 450))
        #expect(refusal { $0.lastSeen = at(9_551) } == .tooSoon(seconds: 1))
        #expect(refusal { $0.lastSeen = at(9_550) } == nil)
        for event in [AnnounceEvent.started, .completed, .stopped, .paused] {
            #expect(
                refusal {
                    $0.lastSeen = at(10_000)
                    $0.event = event
                } == nil)
        }
        // A clock that was set back makes nobody wait.
        #expect(refusal { $0.lastSeen = at(20_000) } == nil)
    }

    @Test("peers are bounded whatever is asked for")
    func peerLimit() {
        #expect(AnnouncePolicy.peerLimit(numwant: nil, event: nil) == 50)
        #expect(AnnouncePolicy.peerLimit(numwant: 0, event: nil) == 0)
        #expect(AnnouncePolicy.peerLimit(numwant: .max, event: .started) == 200)
        #expect(AnnouncePolicy.peerLimit(numwant: .min, event: nil) == 0)
        #expect(AnnouncePolicy.peerLimit(numwant: 50, event: .stopped) == 0)
    }

    @Test("every refusal is one line")
    func messages() {
        let refusals: [AnnounceRefusal] = [
            .unknownPasskey, .banned(reason: "a\nb"), .unknownTorrent, .awaitsApproval,
            .badPort(1), .owes(bytes(.max), requiredRatio: 1), .tooSoon(seconds: 3),
        ]
        for refusal in refusals { #expect(!refusal.message.contains("\n")) }
        #expect(AnnounceRefusal.owes(bytes(.max), requiredRatio: 1).message.contains("8.0 EiB"))
        #expect(AnnounceRefusal.owes(bytes(1023), requiredRatio: 1).message.contains("1023 B"))
        #expect(AnnounceRefusal.owes(bytes(1025), requiredRatio: 1).message.contains("1.1 KiB"))
    }
}
