package import Cells
package import Client

extension Program where State == AppState, Message == Client.Message, Effect == Client.Effect {
    /// The client itself.
    ///
    /// - Parameters:
    ///   - themes: in the order of the state's names; the built-in one where it has none.
    ///   - isPlain: read line by line instead of seen.
    package static func client(
        _ state: AppState, themes: [Theme], handler: EffectHandler, isPlain: Bool = false
    ) -> Program {
        Program(
            state: state, started: .started, update: { Client.update(&$0, $1) },
            view: { state, _ in isPlain ? plainView(state) : Client.view(state) },
            theme: { themes.indices.contains($0.theme) ? themes[$0.theme] : .builtIn },
            clockFace: { ClockFace($0) }, keyPressed: { .keyPressed($0, at: $1) },
            resized: { .resized($0) },
            terminalAnswered: { .terminalAnswered(isGroundLight: $0) },
            pointed: { .pointed($0, at: $1) },
            ticked: { .ticked(Moment(milliseconds: $0)) }, plan: { handler.plan($0) })
    }
}
