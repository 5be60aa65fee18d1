import Cells
import Domain

extension Figures {
    /// An amount with its unit dimmed; nothing at all is dim.
    func spans(_ bytes: ByteCount, zero: String = "0") -> [Span] {
        guard bytes > .zero else { return [Span(zero, .textDim)] }
        let text = compact(bytes)
        return [Span(String(text.dropLast())), Span(String(text.suffix(1)), .textDim)]
    }

    func spans(_ count: Int) -> [Span] {
        [Span(grouped(count), count == 0 ? .textDim : .text)]
    }

    /// `▲ 42 ▽  3`
    func swarm(seeders: Int, leechers: Int) -> [Span] {
        func padded(_ count: Int) -> String {
            (count > 999 ? "\(min(count / 1000, 99))k" : "\(max(0, count))")
                .fitted(to: 3, alignment: .right)
        }
        return [
            Span("▲", seeders == 0 ? .bad : .seeding),
            Span(padded(seeders), seeders == 0 ? .textDim : .text),
            Span(" ▽", leechers == 0 ? .textDim : .download),
            Span(padded(leechers), leechers == 0 ? .textDim : .text),
        ]
    }
}
