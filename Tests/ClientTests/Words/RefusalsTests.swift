import API
import Domain
import Testing

@testable import Client

@Suite struct RefusalsTests {
    @Test(
        "every code that the API describes is said in Portuguese",
        arguments: Set(Endpoints.all.flatMap(\.everyRefusal).flatMap(\.codes)).sorted())
    func described(code: String) {
        let failure = CommunityFailure(.broken, code: code, "A sentence of the server.")
        #expect(failure.phrase.said(in: .english) == "A sentence of the server.")
        #expect(failure.phrase.said(in: .portuguese) != "A sentence of the server.")
    }

    @Test("a ban keeps the staff's own reason, and the end of it")
    func ban() {
        let banned = CommunityFailure(
            .refused, code: "banned", "You are banned until 2026-12-01T00:00:00Z: spam")
        #expect(
            banned.phrase.said(in: .portuguese)
                == "Você foi banido até 2026-12-01T00:00:00Z: spam")
    }
}
