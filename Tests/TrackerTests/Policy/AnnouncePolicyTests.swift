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
        #expect(
            refusal?.message
                == "You are banned from this community, until its staff lifts that: cheating[31m")
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
        for event in [AnnounceEvent.started, .completed, .stopped] {
            #expect(
                refusal {
                    $0.lastSeen = at(10_000)
                    $0.event = event
                } == nil)
        }
        // A partial seed says `paused` each time.
        let paused = refusal {
            $0.lastSeen = at(10_000)
            $0.event = .paused
        }
        #expect(paused == .tooSoon(seconds: 450))
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

    @Test("a slot is needed to start a download, and what is owed is said first")
    func slots() {
        let refusal = { (change: (inout AnnouncePolicy.Facts) -> Void) in
            AnnouncePolicy.refusal(
                of: facts {
                    $0.otherDownloads = 2
                    change(&$0)
                }, ratio: ratio, slots: SlotPolicy(downloads: 2), timing: timing, now: at(10_000))
        }
        #expect(refusal { _ in } == .slotsFull(2))
        #expect(refusal { $0.otherDownloads = 1 } == nil)
        #expect(refusal { $0.isDownloading = true } == nil)
        #expect(refusal { $0.left = .zero } == nil)
        #expect(refusal { $0.event = .stopped } == nil)
        // Whoever has a session of long ago starts anew.
        #expect(refusal { $0.hasStarted = true } == .slotsFull(2))
        #expect(
            refusal { $0.totals = counters(0, 2000) } == .owes(bytes(1200), requiredRatio: 0.6))
        #expect(self.refusal { $0.otherDownloads = .max } == nil)
    }

    @Test("every refusal is one line that says what to do")
    func messages() {
        let refusals: [(AnnounceRefusal, String)] = [
            (.unknownPasskey, "download the torrent file again"),
            (.banned(reason: "a\nb"), "until its staff lifts that"),
            (.addressBanned(reason: "a\nb"), "until its staff lifts that"),
            (.unknownTorrent, "remove it, or look for it"),
            (.deleted(reason: "a\nb"), "remove it"),
            (.awaitsApproval, "asks again by itself"),
            (.clientBanned(prefix: "-XX", reason: "a\nb"), "use another"),
            (.clientNotAllowed(["-qB"]), "use one whose peer id begins with -qB."),
            (.clientNotAllowed(["-TR", "-lt", "-qB"]), "begins with -TR, -lt or -qB."),
            (.clientNotAllowed((0..<500).map { "-\($0)" }), "-3 or -4, or another that is"),
            (.badPort(1), "choose one above 1023"),
            (.owes(bytes(.max), requiredRatio: 1), "You may always seed"),
            (.slotsFull(1), "You download 1 torrent already"),
            (.slotsFull(3), "3 torrents already, as many as you may at once: finish or stop one"),
            (.tooSoon(seconds: 3), "ask again in 3 s"),
        ]
        for (refusal, words) in refusals {
            #expect(!refusal.message.contains("\n"))
            #expect(refusal.message.contains(words), "\(refusal.message)")
        }
        #expect(AnnounceRefusal.owes(bytes(.max), requiredRatio: 1).message.contains("8.0 EiB"))
        #expect(AnnounceRefusal.owes(bytes(1023), requiredRatio: 1).message.contains("1023 B"))
        #expect(AnnounceRefusal.owes(bytes(1025), requiredRatio: 1).message.contains("1.1 KiB"))
    }
}
