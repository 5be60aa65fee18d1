import Cells
import Domain

/// How a transfer is told: its sign, its colour, what is left to wait.
struct TransferWords {
    let state: AppState
    let transfer: Transfer

    var sign: Span {
        switch transfer.state {
        case .failed: Span("!", .bad)
        case .paused: Span("‖", .paused)
        case .checking: Span("◌", .warning)
        case .queued: Span("○", .textDim)
        case .downloading: Span("↓", .download)
        case .finished, .seeding:
            transfer.uploadRate > .zero ? Span("↑", .upload) : Span("✓", .good)
        }
    }

    /// One colour in place of the gradient where nothing moves.
    var barMeaning: Meaning? {
        switch transfer.state {
        case .failed: .bad
        case .paused, .queued: .paused
        case .checking: .warning
        case .finished, .seeding: .seeding
        case .downloading: nil
        }
    }

    /// `1:02`, or why there is nothing to count.
    var remaining: String {
        switch transfer.state {
        case .downloading:
            transfer.secondsLeft.map { state.figures.duration($0) } ?? "∞"
        case .finished, .seeding: "–"
        case .checking, .paused, .queued, .failed: state.say(transfer.state.phrase)
        }
    }

    func rate(_ rate: ByteCount) -> [Span] { state.figures.spans(rate, zero: "–") }
}
