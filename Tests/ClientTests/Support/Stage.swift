import API
import Cells
import Client
import Domain
import Testing

/// A state, what is done to it, and what it asked for in return.
struct Stage: CustomTestStringConvertible {
    var state: AppState
    private(set) var effects: [Effect] = []

    init(_ state: AppState) { self.state = state }

    mutating func send(_ messages: Message...) {
        for message in messages { effects += update(&state, message) }
    }

    mutating func press(_ keys: Key...) {
        for key in keys { effects += update(&state, .keyPressed(key)) }
    }

    mutating func press(_ letter: Character) { press(.character(letter)) }

    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    /// Forgets what was asked for so far.
    mutating func settle() { effects = [] }

    mutating func pass(milliseconds: Int64) {
        send(.ticked(state.now.adding(milliseconds: milliseconds)))
    }

    mutating func resize(_ width: Int, _ height: Int) {
        send(.resized(Size(width: width, height: height)))
    }

    var screen: String { view(state).text }

    func shows(_ text: String) -> Bool { screen.contains(text) }

    /// What a failed expectation prints.
    var testDescription: String { "\n\(screen)\n\(effects)" }

    /// The last line, and what is told above it.
    var status: String {
        let told = state.activity.toasts(at: state.now).map { state.say($0.entry.text) }
        return ([view(state).lines.last ?? ""] + told).joined(separator: "\n")
    }
}
