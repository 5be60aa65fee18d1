import Domain
import Service
import Testing

@testable import Server

@Suite struct StreamCountsTests {
    @Test("one member has so many streams open and no more, and another when one ends")
    func bound() throws {
        let (counts, ana, bia) = (StreamCounts(), UserID(1), UserID(2))
        for _ in 0..<StreamCounts.perCaller {
            try counts.requireRoom(ana)
            counts.enter(ana)
        }
        #expect(throws: ServiceError.self) { try counts.requireRoom(ana) }
        try counts.requireRoom(bia)
        counts.leave(ana)
        try counts.requireRoom(ana)
    }

    @Test("a member has so many large bodies on their way, and all have so many together")
    func bodies() throws {
        let bodies = LargeBodies()
        for _ in 0..<LargeBodies.perCaller { try bodies.enter(UserID(1)) }
        #expect(throws: ServiceError.self) { try bodies.enter(UserID(1)) }
        bodies.leave(UserID(1))
        try bodies.enter(UserID(1))
        var taken = LargeBodies.perCaller
        while taken < LargeBodies.most {
            taken += 1
            try bodies.enter(UserID(Int64(taken)))
        }
        #expect(throws: ServiceError.self) { try bodies.enter(UserID(999)) }
    }
}
