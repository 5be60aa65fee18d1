import Cells

extension Keymap {
    /// A place, and what its keys do there.
    package struct Place {
        package let name: String
        package let title: String
        /// Keys as a screen shows them, what they do, and the action's name.
        package let lines: [(keys: String, title: String, name: String)]
    }

    /// Every place that has keys; actions without one are left out.
    package func described(in language: Language) -> [Place] {
        KeyContext.allCases.compactMap { context in
            let lines = self[context].filter { !$0.shown.isEmpty }.map { binding in
                (
                    binding.shown.joined(separator: ", "),
                    binding.action.title.said(in: language), binding.action.settingName
                )
            }
            guard !lines.isEmpty else { return nil }
            return Place(
                name: context.settingName, title: context.title.said(in: language), lines: lines)
        }
    }

    /// Every place, action and key as the settings file has them, with what each does.
    package func listing(in language: Language) -> String {
        var text = ""
        for context in KeyContext.allCases where !self[context].isEmpty {
            text += text.isEmpty ? "" : "\n"
            text += "# \(context.title.said(in: language))\n[keys.\(context.settingName)]\n"
            let lines = self[context].map { binding in
                let names = binding.keys.compactMap(\.name) + binding.chords.compactMap(\.name)
                let keys = names.map(Self.quoted).joined(separator: ", ")
                return (
                    "\(binding.action.settingName) = [\(keys)]",
                    binding.action.title.said(in: language)
                )
            }
            let width = lines.map(\.0.columns).max() ?? 0
            for (assignment, title) in lines {
                let gap = String(repeating: " ", count: width - assignment.columns + 2)
                text += "\(assignment)\(gap)# \(title)\n"
            }
        }
        return text
    }

    private static func quoted(_ name: String) -> String {
        let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped)\""
    }
}
