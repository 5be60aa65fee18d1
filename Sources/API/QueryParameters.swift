/// What stands behind the `?` of an endpoint.
package protocol QueryParameters: Sendable {
    /// Every name it reads, for the documentation; a test holds the two together.
    static var parameters: [QueryParameter] { get }
    /// Throws `QueryProblem` naming the parameter that cannot be read.
    init(reading value: (_ name: String) -> String?) throws
    var pairs: [(name: String, value: String)] { get }
}

package struct QueryProblem: Error, Hashable, Sendable {
    package let parameter: String
    package let expected: String

    package init(parameter: String, expected: String) {
        self.parameter = parameter
        self.expected = expected
    }
}

extension Nothing: QueryParameters {
    package init(reading value: (String) -> String?) { self.init() }
    package var pairs: [(name: String, value: String)] { [] }
}

/// Reads parameters with bounds, each refusal naming its parameter.
enum QueryReading {
    /// What a person types into a search, and what we gave them to come back with.
    static let longestSearch = 1000
    static let longestCursor = 200

    static func text(
        _ name: String, upTo most: Int, _ value: (String) -> String?
    ) throws -> String? {
        guard let text = value(name) else { return nil }
        guard text.unicodeScalars.count <= most else {
            throw QueryProblem(parameter: name, expected: "at most \(most) characters long")
        }
        return text
    }

    static func integer(
        _ name: String, in range: ClosedRange<Int>, or fallback: Int, _ value: (String) -> String?
    ) throws -> Int {
        guard let text = value(name) else { return fallback }
        guard let number = Int(text), range.contains(number) else {
            throw QueryProblem(
                parameter: name,
                expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    static func choice<T: RawRepresentable<String> & CaseIterable>(
        _ name: String, or fallback: T, _ value: (String) -> String?
    ) throws -> T {
        guard let text = value(name) else { return fallback }
        guard let choice = T(rawValue: text) else {
            let choices = T.allCases.map(\.rawValue).joined(separator: ", ")
            throw QueryProblem(parameter: name, expected: "one of \(choices)")
        }
        return choice
    }
}
