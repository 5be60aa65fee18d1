/// The keys of where one is.
package struct HelpState: Equatable, Sendable {
    /// Where help was asked for, most special first.
    package let contexts: [KeyContext]
    package var scroll = 0

    package init(contexts: [KeyContext]) { self.contexts = contexts }
}
