package import API

/// What speaks against members' counters: cases that wait, or that were judged.
package struct EvidenceList: Equatable, Sendable {
    package var shown = EvidenceState.open
    package var open = PagedList<EvidenceBody>()
    package var closed = PagedList<EvidenceBody>()
    /// The case under the cursor, with the announces behind it.
    package var detail: EvidenceDetail?
    /// The case that was asked for last; there may be no answer.
    package var askedFor: Int64?

    package init() {}

    package var list: PagedList<EvidenceBody> { shown == .open ? open : closed }
    package var current: EvidenceBody? { list.current }

    /// Of the case under the cursor, once it is here.
    package var currentDetail: EvidenceDetail? {
        detail.flatMap { $0.summary.id == current?.id ? $0 : nil }
    }

    mutating func change<T>(
        _ state: EvidenceState, _ body: (inout PagedList<EvidenceBody>) -> T
    ) -> T {
        state == .open ? body(&open) : body(&closed)
    }
}
