import Cells
import Client
import Domain
import Testing

/// No key is dead: whatever is bound where one is does something that can be seen, or says why not.
@Suite(.serialized) struct EveryBindingTests {
    static let sizes = [Size(width: 120, height: 40), Size(width: 80, height: 24)]

    @Test(
        "every key of every place answers in each of its scenes", arguments: KeyContext.allCases,
        sizes)
    func answers(context: KeyContext, size: Size) async {
        let scenes = Scene.all(in: context, size)
        var reached: Set<Binding> = []
        for scene in scenes {
            let contexts = scene.stage.state.contexts
            guard contexts.contains(context) else {
                Issue.record("\(scene.name) is not in \(context), but in \(contexts)")
                continue
            }
            let before = view(scene.stage.state)
            for binding in Keymap.standard[context] {
                for keys in binding.keys.map({ [$0] }) + binding.chords.map(\.keys) {
                    let meaning = Keymap.standard.meaning(of: keys, in: contexts)
                    // Another context may come first, and a field takes letters.
                    guard meaning == .action(binding.action) else { continue }
                    // At the end of a field the caret stays, as in any field.
                    if scene.stage.state.isTyping, keys == [.right] || keys == [.left] { continue }
                    reached.insert(binding)
                    var stage = scene.stage
                    for key in keys { stage.press(key) }
                    let isSeen = view(stage.state) != before
                    #expect(
                        isSeen || stage.effects.contains(where: \.isAsked),
                        "\(scene.name): \(keys) (\(binding.action)) does nothing\n\(stage.screen)")
                }
            }
            // Other tests have deadlines and share these threads.
            await Task.yield()
        }
        for binding in Keymap.standard[context] where !binding.shown.isEmpty {
            #expect(reached.contains(binding), "\(context): nothing reaches \(binding.action)")
        }
    }
}

extension Effect {
    /// Whether a person asked for it, and it is no bookkeeping of the program's.
    fileprivate var isAsked: Bool {
        switch self {
        case .setTick, .awaitRest, .cancel: false
        default: true
        }
    }
}
