import Domain
import Service
import Store
import Testing

@Suite(.inTurn) struct SessionContractTests {
    private let start = StoreStage.start
    private func later(_ seconds: Int64) -> Timestamp { start.adding(seconds: seconds) }

    private func begin(_ stage: StoreStage) async throws -> UserID {
        let user = try await stage.account("ana")
        try await stage.store.begin(
            family: "f", user: user, tokenDigest: [1], at: start, expires: later(100))
        return user
    }

    @Test("a refresh token works once and hands over to the next", arguments: TestEngine.all)
    func rotation(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let user = try await begin(stage)
            let session = SignInSession(family: "f", userID: user, isOver: false)
            #expect(try await stage.store.session(family: "f") == session)
            #expect(try await stage.store.session(family: "g") == nil)
            #expect(
                try await stage.store.rotate(
                    digest: [1], next: [2], at: later(10), expires: later(200))
                    == .rotated(session))
            // The new one lives on its own account, past the end of the first.
            #expect(
                try await stage.store.rotate(
                    digest: [2], next: [3], at: later(150), expires: later(300))
                    == .rotated(session))
        }
    }

    @Test("using a token again ends its whole family, and no other", arguments: TestEngine.all)
    func reuse(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let user = try await begin(stage)
            try await stage.store.begin(
                family: "other", user: user, tokenDigest: [9], at: start, expires: later(100))
            _ = try await stage.store.rotate(
                digest: [1], next: [2], at: later(1), expires: later(200))
            let session = SignInSession(family: "f", userID: user, isOver: false)
            // Two programs that met get nothing, and nothing ends.
            #expect(
                try await stage.store.rotate(
                    digest: [1], next: [3], at: later(5), expires: later(200)) == .raced(session))
            #expect(try await stage.store.session(family: "f")?.isOver == false)
            #expect(
                try await stage.store.rotate(
                    digest: [1], next: [3], at: later(6), expires: later(200)) == .reused(session))
            #expect(try await stage.store.session(family: "f")?.isOver == true)
            for digest in [[2], [3]] as [[UInt8]] {
                #expect(
                    try await stage.store.rotate(
                        digest: digest, next: [4], at: later(7), expires: later(200)) == .unknown)
            }
            #expect(try await stage.store.session(family: "other")?.isOver == false)
        }
    }

    @Test(
        "of two uses at once, one is a rotation and the other gets nothing",
        arguments: TestEngine.all)
    func race(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            _ = try await begin(stage)
            let (store, later) = (stage.store, later(200))
            async let first = store.rotate(digest: [1], next: [2], at: start, expires: later)
            async let second = store.rotate(digest: [1], next: [3], at: start, expires: later)
            let outcomes = [try await first, try await second].map { outcome in
                if case .rotated = outcome { "rotated" } else { "\(outcome)".prefix(5).description }
            }
            #expect(outcomes.sorted() == ["raced", "rotated"])
            #expect(try await store.session(family: "f")?.isOver == false)
        }
    }

    @Test("an expired, unknown or signed-out token is unknown", arguments: TestEngine.all)
    func unknown(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let user = try await begin(stage)
            let rotate = { (digest: [UInt8], at: Timestamp) in
                try await stage.store.rotate(
                    digest: digest, next: [7], at: at, expires: later(900))
            }
            #expect(try await rotate([8], start) == .unknown)
            #expect(try await rotate([], start) == .unknown)
            #expect(try await rotate([1], later(100)) == .unknown)
            // A refused use is no use: in time it still works.
            let session = SignInSession(family: "f", userID: user, isOver: false)
            #expect(try await rotate([1], later(99)) == .rotated(session))
            try await stage.store.end(family: "f", at: later(99))
            #expect(try await rotate([7], later(99)) == .unknown)
            #expect(try await stage.store.session(family: "f")?.isOver == true)
        }
    }

    @Test(
        "a new password ends every session of the user, and of nobody else",
        arguments: TestEngine.all)
    func password(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let user = try await begin(stage)
            let other = try await stage.account("bia")
            try await stage.store.begin(
                family: "b", user: other, tokenDigest: [5], at: start, expires: later(100))
            let hash = try #require(try await stage.store.account(user)).passwordHash
            _ = try await stage.store.changePassword(
                of: user, from: hash, to: "h", passkey: .random(), at: start)
            #expect(try await stage.store.session(family: "f")?.isOver == true)
            #expect(try await stage.store.session(family: "b")?.isOver == false)
        }
    }
}
