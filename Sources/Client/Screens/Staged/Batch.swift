/// Many acts, one after another: the next is asked for when the one before has been answered.
///
/// One who signs out or quits ends it; what was asked for by then is finished.
package struct Batch: Equatable, Sendable {
    package struct Step: Equatable, Sendable {
        package let subject: StagedSubject?
        package let title: String
        package let effect: Effect
    }

    package struct Failed: Equatable, Sendable {
        package let title: String
        package let reason: Phrase
        package let effect: Effect
    }

    /// What is being done, to say so.
    package let act: StagedAct
    package let list: MarkedList
    package let steps: [Step]
    package private(set) var done = 0
    package var failed: [Failed] = []
    /// What takes back what has been done so far.
    var inverses: [Effect] = []
    /// What this takes back, if that is what it is for.
    var undo: Undo?
    /// Tells its answers from those of an earlier one.
    package let number: Int

    init(_ act: StagedAct, in list: MarkedList, steps: [Step], number: Int) {
        self.act = act
        self.list = list
        self.steps = steps
        self.number = number
    }

    /// What has been asked for and not been answered.
    var current: Step? { done < steps.count ? steps[done] : nil }

    var effects: [Effect] { current.map { [.step(number, $0.effect)] } ?? [] }

    mutating func advance() { done += 1 }
}
