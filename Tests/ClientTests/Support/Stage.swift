import API
import Cells
import Client
import Domain
import Testing

/// A state, what is done to it, and what it asked for in return.
struct Stage: CustomTestStringConvertible {
    var state: AppState
    private(set) var effects: [Effect] = []
    /// When the last key came.
    private var keyTime = Duration.zero

    init(_ state: AppState) { self.state = state }

    mutating func send(_ messages: Message...) {
        for message in messages { effects += update(&state, message) }
    }

    /// Presses keys one by one, without haste: between two there is time for a pane to open.
    mutating func press(_ keys: Key...) {
        for key in keys {
            strike(key, after: .seconds(1))
            if state.typed.awaitedPane != nil { send(.keysRested) }
        }
    }

    /// Presses keys in quick succession.
    mutating func strike(_ keys: Key...) {
        for key in keys { strike(key, after: .milliseconds(80)) }
    }

    mutating func strike(_ letters: String) {
        for letter in letters { strike(.character(letter)) }
    }

    /// Holds a key down: it comes at once, and again after half a second and then ever so often.
    mutating func hold(_ key: Key, times: Int = 30) {
        strike(key, after: .seconds(1))
        for count in 1..<times { strike(key, after: .milliseconds(count == 1 ? 500 : 33)) }
    }

    mutating func strike(_ key: Key, after pause: Duration) {
        keyTime += pause
        effects += update(&state, .keyPressed(key, at: keyTime)).filter {
            // What only keeps the time of keys is of no interest to most.
            $0 != .awaitRest && $0 != .cancel(.rest)
        }
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
