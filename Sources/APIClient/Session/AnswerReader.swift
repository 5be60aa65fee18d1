import API
import Foundation

/// Tells successes from refusals, and an Enxame server from anything else that speaks HTTP.
struct AnswerReader: Sendable {
    let host: String

    /// Throws unless the answer is a success.
    func check(_ answer: HTTPAnswer, for access: Access) throws(APIError) {
        let head = answer.head
        guard !head.isSuccess else { return }
        if head.isRedirect {
            throw badAnswer("it sends elsewhere, to \(head["location"] ?? "nowhere")")
        }
        let problem = problem(in: answer)
        // At sign-in a 401 is about the password, and elsewhere about the session.
        if head.status == 401, access != .anyone { throw .unauthorised(problem) }
        guard let problem else { throw badAnswer("status \(head.status)") }
        throw .refused(problem)
    }

    /// Whether a fresh token may help: a 401 can also be about a password or a code in the body.
    func doubtsToken(_ answer: HTTPAnswer) -> Bool {
        guard answer.head.status == 401 else { return false }
        let typed = ["wrong_credentials", "wrong_code", "second_factor_needed"]
        return !typed.contains(problem(in: answer)?.code ?? "")
    }

    func reply<Reply: Decodable>(
        _ type: Reply.Type, in answer: HTTPAnswer
    ) throws(APIError) -> Reply {
        if let nothing = Nothing() as? Reply { return nothing }
        do {
            return try WireCoding.decode(type, from: Data(answer.body))
        } catch {
            throw badAnswer("its reply cannot be read")
        }
    }

    func badAnswer(_ reason: String) -> APIError { .badAnswer(host: host, reason: reason) }

    private func problem(in answer: HTTPAnswer) -> Problem? {
        guard answer.head.contentType == Problem.contentType else { return nil }
        return try? WireCoding.decode(Problem.self, from: Data(answer.body))
    }
}
