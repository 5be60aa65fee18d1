/// Which colours the meanings have.
///
/// 1. A meaning without a colour shows the terminal's own.
/// 2. A gradient has `Gradient.steps` colours, or none: then its texts show the terminal's own.
package struct Theme: Hashable, Sendable {
    package let name: String
    /// Made of the sixteen colours that every terminal has, in xterm's numbers.
    package let isBasic: Bool
    private let colours: [Meaning: RGB]
    private let gradients: [Gradient: [RGB]]

    init(
        name: String, colours: [Meaning: RGB], gradients: [Gradient: [RGB]], isBasic: Bool = false
    ) {
        self.name = name
        self.isBasic = isBasic
        self.colours = colours
        self.gradients = gradients
    }

    /// `nil`: the terminal's own.
    package func colour(_ tint: Tint) -> RGB? {
        switch tint {
        case .meaning(let meaning): return colours[meaning]
        case .rgb(let colour): return colour
        case .gradient(let gradient, let step):
            guard let scale = gradients[gradient], !scale.isEmpty else { return nil }
            return scale[min(Int(step), scale.count - 1)]
        }
    }
}
