import API
import Cells
import Domain

/// The lines of an entry, for the detail of the catalog and of the queue of approvals.
struct CatalogEntryView {
    let state: AppState
    let item: CatalogSummary
    var marks = HitMarks("")

    private static let labelWidth = 6

    /// Rows that the graph of the swarm takes at the bottom, and how many there must be for that.
    private static let graph = (height: 5, from: 22)

    func draw(on grid: inout Grid, in whole: Rect) {
        var rect = whole
        if item.status == .approved, whole.height >= Self.graph.from {
            let parts = whole.splitBottom(Self.graph.height)
            rect = parts.rest
            SwarmGraphView(
                state: state, history: state.catalog.swarms, name: item.id,
                size: item.seeders + item.leechers
            ).draw(on: &grid, in: parts.bottom)
        }
        var row = 0
        func put(_ spans: [Span]) {
            grid.write(spans, in: rect, row: row)
            row += 1
        }
        for line in marks.lines(item.title.wrapped(to: rect.width), .title).prefix(3) {
            put(line)
        }
        put(swarm)
        row += 1
        let figures = state.figures
        put([
            Span(state.say(.sizeInFiles(figures.long(item.size), item.fileCount)), .text),
            Span(" · " + state.say(item.kind.phrase), .textDim),
        ])
        if !item.tags.isEmpty { put(labelled(.tags, item.tags.joined(separator: "  "))) }
        put(labelled(.by, author))
        if let audience = state.session?.audience(of: item.minRoleWeight) {
            put(labelled(.forWhom, state.say(.andUp(audience)), .warning))
        }
        if let terms { put(labelled(.counts, terms, .good)) }
        if let similar = item.similar, !similar.isEmpty {
            let numbers = similar.map { "#\($0)" }.joined(separator: " ")
            put(labelled(.sameFiles, numbers, .warning))
        }
        row += 1
        if drawProgress(on: &grid, in: rect.rows(from: row, count: 1)) { row += 2 }
        drawText(on: &grid, in: rect.rows(from: row))
    }

    private var swarm: [Span] {
        let figures = state.figures
        return [
            Span("▲ ", item.seeders == 0 ? .bad : .seeding),
            Span(state.say(.seeders(item.seeders, figures.grouped(item.seeders)))),
            Span("  ▽ ", item.leechers == 0 ? .textDim : .download),
            Span(
                state.say(.leechers(item.leechers, figures.grouped(item.leechers))),
                item.leechers == 0 ? .textDim : .text),
            Span("  ✓ ", .textDim), Span(figures.grouped(item.completed), .textDim),
        ]
    }

    /// Freeleech and multipliers; `nil` where a byte counts for a byte and nothing is planned.
    private var terms: String? {
        guard let up = item.uploadPercent, let down = item.downloadPercent else { return nil }
        let parts = [
            down == 0 ? state.say(.freeleech) : down == 100 ? nil : "↓ \(down) %",
            up == 100 ? nil : "↑ \(up) %",
        ].compactMap(\.self)
        let words = parts.isEmpty ? state.say(.asUsual) : parts.joined(separator: "  ")
        let now = state.now.timestamp
        let end = item.termsUntil.map {
            " " + state.say(.until(state.figures.moment($0, now: now)))
        }
        return words + (end ?? "")
    }

    private var author: [Span] {
        let role = state.catalog.details[item.id]?.uploaderRole ?? ""
        let badge = role.isEmpty ? [] : [Span(" "), RoleBadge(role, in: state.session).span]
        let day = state.figures.day(item.createdAt, now: state.now.timestamp)
        return [Span(state.uploader(of: item))] + badge + [Span(" · \(day)", .textDim)]
    }

    private func labelled(_ label: Phrase, _ value: String, _ meaning: Meaning = .text) -> [Span] {
        labelled(label, [Span(value, meaning)])
    }

    private func labelled(_ label: Phrase, _ value: [Span]) -> [Span] {
        let words = state.say(label)
        return [Span(words.fitted(to: max(Self.labelWidth, words.columns + 1)), .textDim)] + value
    }

    /// How much of it is here; `false` when nothing is.
    private func drawProgress(on grid: inout Grid, in row: Rect) -> Bool {
        if state.catalog.downloading.contains(item.id) {
            grid.write("… " + state.say(.gettingTorrent), in: row, style: .accent)
            return true
        }
        if let failure = state.catalog.downloadFailures[item.id] {
            grid.write("! " + state.say(failure.phrase), in: row, style: Style(.bad))
            return true
        }
        guard let transfer = state.transfer(of: item) else { return false }
        if transfer.isComplete {
            grid.write(
                [Span("◉ ", .good), Span(state.say(.isHere), .text)], in: row)
            return true
        }
        let words = TransferWords(state: state, transfer: transfer)
        let tail = " \(state.figures.percent(transfer.progress))  \(words.remaining)"
        let (bar, right) = row.splitRight(tail.columns)
        ProgressBar(transfer.progress, meaning: words.barMeaning).draw(on: &grid, in: bar)
        grid.write(tail, in: right)
        return true
    }

    private func drawText(on grid: inout Grid, in rect: Rect) {
        guard let detail = state.catalog.details[item.id] else {
            if let failure = state.catalog.detailFailure, state.catalog.awaitedDetail == item.id {
                grid.write("! " + state.say(failure.phrase), in: rect, style: Style(.bad))
            } else {
                for (row, line) in snippet(rect.width).enumerated() {
                    grid.write(line, in: rect, row: row)
                }
            }
            return
        }
        let roomForFiles = min(detail.files.count + 2, max(4, rect.height / 2))
        let shown = description(
            detail, width: rect.width, height: max(0, rect.height - roomForFiles))
        for (row, line) in shown.enumerated() { grid.write(line, in: rect, row: row) }
        drawFiles(
            detail.files, on: &grid, in: rect.rows(from: shown.isEmpty ? 0 : shown.count + 1))
    }

    /// As much of it as there is room for; where the search hit only what is left out, the part
    /// around the hit.
    private func description(_ detail: CatalogDetail, width: Int, height: Int) -> [[Span]] {
        let text = OneLine.cleanedParagraphs(detail.description)
        let lines = text.isEmpty ? [] : marks.lines(text.wrapped(to: width))
        guard lines.count > height else { return lines }
        var shown = Array(lines.prefix(height))
        let isHit = shown.contains { line in line.contains { $0.style == .hit } }
        if !isHit, item.snippet != nil { return Array(snippet(width).prefix(height)) }
        if let last = shown.popLast() { shown.append((last + [Span(" …")]).truncated(to: width)) }
        return shown
    }

    private func snippet(_ width: Int) -> [[Span]] {
        let text = (item.snippet ?? []).map(\.text).joined()
        return text.isEmpty ? [] : marks.lines(text.wrapped(to: width))
    }

    private func drawFiles(_ files: [CatalogFile], on grid: inout Grid, in rect: Rect) {
        guard rect.height > 1 else { return }
        grid.write(state.say(.files), in: rect, style: .dim)
        let room = rect.height - 1
        let shown = files.count <= room ? files.count : room - 1
        for (index, file) in files.prefix(shown).enumerated() {
            let row = rect.row(index + 1)
            let (name, size) = row.splitRight(8)
            grid.write(file.path, in: name)
            grid.write(state.figures.spans(file.size), in: size, alignment: .right)
        }
        if shown < files.count {
            grid.write(
                state.say(.moreFiles(files.count - shown)), in: rect, row: shown + 1, style: .dim)
        }
    }
}
