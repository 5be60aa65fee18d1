import Foundation
package import Testing

/// Runs a reader over inputs that are mutated from a corpus: the same ones on every run, and as
/// many more as `ENXAME_FUZZ_ROUNDS` says, from `ENXAME_FUZZ_SEED` on.
package struct Fuzz: Sendable {
    package let corpus: [[UInt8]]
    /// Words that mean something to the reader, so that mutations get far.
    package let words: [[UInt8]]

    package init(corpus: [[UInt8]], words: [String]) {
        self.corpus = corpus
        self.words = words.map { Array($0.utf8) } + Self.numbers
    }

    private static let numbers = [
        "0", "-1", "1", "255", "65535", "65536", "2147483648", "4294967296", "9223372036854775807",
        "9223372036854775808", "18446744073709551615", "18446744073709551616",
        "99999999999999999999999999",
    ].map { Array($0.utf8) }

    /// `check` throws, or answers words for what is wrong; what it was given is told.
    package func run(
        inputs: Int, seed: UInt64 = 1, sourceLocation: SourceLocation = #_sourceLocation,
        _ check: ([UInt8]) throws -> String?
    ) {
        let environment = ProcessInfo.processInfo.environment
        let rounds = environment["ENXAME_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 1
        let first = environment["ENXAME_FUZZ_SEED"].flatMap { UInt64($0) } ?? seed
        for input in corpus where !holds(input, check, "the corpus", sourceLocation) { return }
        for round in 0..<UInt64(max(1, rounds)) {
            // A trap ends the process: what a longer run was doing is then known.
            if rounds > 1 { print("fuzz seed", first &+ round) }
            var mutator = Mutator(seed: first &+ round, corpus: corpus, words: words)
            for _ in 0..<inputs {
                let input = mutator.next()
                let isGood = holds(input, check, "seed \(first &+ round)", sourceLocation)
                guard isGood else { return }
            }
        }
    }

    private func holds(
        _ input: [UInt8], _ check: ([UInt8]) throws -> String?, _ origin: String,
        _ place: SourceLocation
    ) -> Bool {
        let fault: String?
        do { fault = try check(input) } catch { fault = "\(error)" }
        guard let fault else { return true }
        Issue.record(
            "\(fault), of \(origin): \(Data(input).base64EncodedString())", sourceLocation: place)
        return false
    }
}
