extension Theme {
    /// Reads a theme in btop's format.
    ///
    /// A theme always comes out: keys that are missing or unreadable are taken from the built-in
    /// one, keys that are unknown are left alone. Beside btop's keys, `enxame_` with the name of a
    /// meaning (`theme[enxame_ratioGood]`) sets that meaning alone; btop ignores such lines.
    package static func reading(
        _ text: String, name: String
    ) -> (theme: Theme, problems: [ThemeProblem]) {
        let file = ThemeFile(text)
        return (theme(from: file, name: name, fallback: builtInFile), file.problems)
    }

    /// Calm and dark, on the terminal's own background.
    package static let builtIn = theme(from: builtInFile, name: "honey", fallback: builtInFile)

    private static let builtInFile = ThemeFile(builtInSource)

    private static func theme(from file: ThemeFile, name: String, fallback: ThemeFile) -> Theme {
        func colour(_ key: String) -> RGB? {
            if let written = file.colours[key] { return written }
            return fallback.colours[key] ?? nil
        }
        func own(_ key: String) -> RGB? { file.colours[key] ?? nil }

        var colours: [Meaning: RGB] = [:]
        for meaning in Meaning.allCases {
            let source = sources[meaning] ?? []
            // The first key that the file has decides, even when the file left it empty.
            let key = source.first { file.colours[$0] != nil } ?? source.first
            colours[meaning] = own("enxame_\(meaning.rawValue)") ?? key.flatMap(colour)
        }
        var gradients: [Gradient: [RGB]] = [:]
        for gradient in Gradient.allCases {
            guard let source = scales[gradient] else { continue }
            // A scale is taken whole from one file: half of each would clash.
            let owner = file.colours["\(source.key)_start"] == nil ? fallback : file
            let stops = ["start", "mid", "end"].compactMap { stop in
                owner.colours["\(source.key)_\(stop)"] ?? nil
            }
            gradients[gradient] = scale(source.isReversed ? stops.reversed() : stops)
        }
        let written = file.colours.values.compactMap(\.self)
        return Theme(
            name: name, colours: colours, gradients: gradients,
            isBasic: !written.isEmpty && written.allSatisfy(RGB.sixteen.contains))
    }

    /// Which btop keys stand for a meaning, the most fitting first.
    private static let sources: [Meaning: [String]] = [
        .background: ["main_bg"],
        .rowSelected: ["selected_bg"],
        .rowSelectedUnfocused: ["meter_bg", "div_line"],
        .rowMarked: ["meter_bg", "div_line"],
        .meterTrack: ["meter_bg", "inactive_fg"],
        .text: ["main_fg"],
        .textDim: ["graph_text", "inactive_fg"],
        .textDisabled: ["inactive_fg"],
        .title: ["title"],
        .rowSelectedText: ["selected_fg"],
        .graphText: ["graph_text", "inactive_fg"],
        .accent: ["hi_fg"],
        .changed: ["title"],
        .hit: ["title"],
        .border: ["div_line"],
        .borderFocused: ["hi_fg"],
        .good: ["cpu_start"],
        .warning: ["cpu_mid"],
        .bad: ["cpu_end"],
        .download: ["download_mid", "download_start", "download_end"],
        .upload: ["upload_mid", "upload_start", "upload_end"],
        .seeding: ["proc_misc"],
        .paused: ["inactive_fg"],
        .ratioGood: ["cpu_start"],
        .ratioFair: ["cpu_mid"],
        .ratioPoor: ["cpu_end"],
    ]

    private static let scales: [Gradient: (key: String, isReversed: Bool)] = [
        .download: ("download", false),
        .upload: ("upload", false),
        .progress: ("available", false),
        .ratio: ("cpu", true),
        .load: ("cpu", false),
    ]

    /// `Gradient.steps` colours through one, two or three stops.
    private static func scale(_ stops: [RGB]) -> [RGB] {
        guard let first = stops.first, let last = stops.last else { return [] }
        let end = Gradient.steps - 1
        guard stops.count > 2 else {
            return (0...end).map { first.blended(with: last, step: $0, of: end) }
        }
        let half = end / 2
        return (0...end).map { step in
            step < half
                ? first.blended(with: stops[1], step: step, of: half)
                : stops[1].blended(with: last, step: step - half, of: end - half)
        }
    }
}
