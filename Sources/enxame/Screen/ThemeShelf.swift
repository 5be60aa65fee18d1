import Cells
import Client
import Foundation

/// The themes there are: the compiled-in one first, then the user's, then those that came along.
struct ThemeShelf {
    let themes: [Theme]
    /// What their files get wrong, in the same order.
    let problems: [[ThemeProblem]]

    init(folders: ClientFolders) {
        let program = (Programs.this as NSString).deletingLastPathComponent
        let places =
            folders.themes + [
                program + "/../share/enxame/themes",
                // Run from a checkout, beside whose build folder they stand.
                program + "/../../../Themes",
            ]
        var (themes, problems) = ([Theme.builtIn], [[ThemeProblem]()])
        for place in places {
            for (theme, wrong) in Self.read(place)
            where !themes.contains(where: { $0.name == theme.name }) {
                themes.append(theme)
                problems.append(wrong)
            }
        }
        (self.themes, self.problems) = (themes, problems)
    }

    /// The one for light terminals.
    var light: Int? { themes.firstIndex { $0.name == "paper" } }

    /// As settings name it; `nil` when there is no such theme.
    func setting(named name: String) -> ThemeSetting? {
        if name == ThemeSetting.autoName { return .auto }
        return themes.firstIndex { $0.name == name }.map { .fixed($0) }
    }

    private static func read(_ folder: String) -> [(theme: Theme, problems: [ThemeProblem])] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".theme") }.sorted().compactMap { name in
            guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            else { return nil }
            // What a file gets wrong falls back to the built-in theme, colour by colour.
            return Theme.reading(text, name: String(name.dropLast(".theme".count)))
        }
    }
}
