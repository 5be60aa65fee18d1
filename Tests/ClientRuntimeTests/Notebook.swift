import Cells
import ClientRuntime

/// A program that writes down what happened, for tests of the loop: some letters have effects.
enum Notebook {
    enum Message: Equatable, Sendable {
        case started
        case pressed(Key)
        case resized(Size)
        case pointed(MouseEvent, Int64)
        case answered(Bool?)
        case ticked(Int64)
        case heard(String)
    }

    struct State: Sendable {
        var heard: [Message] = []
        var line = ""
    }

    typealias Effect = @Sendable () -> EffectPlan<Message>

    /// - Parameters:
    ///   - effects: by the letter that asks for them; `q` quits.
    ///   - react: effects of the other messages.
    static func program(
        effects: [Character: Effect] = [:],
        record: Recorder = Recorder(),
        react: @escaping @Sendable (Message) -> [Effect] = { _ in [] }
    ) -> Program<State, Message, Effect> {
        Program(
            state: State(),
            started: .started,
            update: { state, message in
                state.heard.append(message)
                record.add(message)
                guard case .pressed(.character(let letter)) = message else {
                    if case .heard(let word) = message { state.line += word }
                    return react(message)
                }
                state.line.append(letter)
                if letter == "q" { return [{ .quit }] }
                return (effects[letter].map { [$0] } ?? []) + react(message)
            },
            view: { state, size in
                var grid = Grid(size)
                grid.write(state.line, at: Point(0, 0))
                return grid
            },
            theme: { _ in .builtIn },
            clockFace: { $0.line },
            keyPressed: { key, _ in .pressed(key) },
            resized: { .resized($0) }, terminalAnswered: { .answered($0) },
            pointed: { .pointed($0, $1) },
            ticked: { .ticked($0) },
            plan: { $0() })
    }
}
