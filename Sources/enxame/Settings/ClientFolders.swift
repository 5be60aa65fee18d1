import Foundation

/// Where the client keeps things, after the XDG base directory specification.
struct ClientFolders: Sendable {
    /// Sessions, resume data: what can be lost but is missed.
    let state: String
    /// Themes of the user's own, here and btop's.
    let themes: [String]
    /// The settings file.
    let configuration: String
    let downloads: String
    /// Where a community hosted from here keeps its data.
    let hostedData: String

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let home = environment["HOME"] ?? "."
        func folder(_ name: String, _ fallback: String) -> String {
            // The specification has relative paths ignored.
            guard let path = environment[name], path.hasPrefix("/") else {
                return home + "/" + fallback
            }
            return path
        }
        let config = folder("XDG_CONFIG_HOME", ".config")
        state = folder("XDG_STATE_HOME", ".local/state") + "/enxame"
        themes = [config + "/enxame/themes", config + "/btop/themes"]
        configuration = config + "/enxame/config.toml"
        downloads = folder("XDG_DOWNLOAD_DIR", "Downloads")
        hostedData = folder("XDG_DATA_HOME", ".local/share") + "/enxamed"
    }

    /// Everything below one folder: the demo's. What the user has set holds there too.
    init(root: String) {
        let own = ClientFolders()
        (themes, configuration) = (own.themes, own.configuration)
        state = root + "/client"
        downloads = root + "/downloads"
        hostedData = root + "/hosted"
    }
}
