extension RawRepresentable where RawValue == String {
    /// As the settings file names it: `open-palette` for `openPalette`.
    var settingName: String {
        let letters = Array(rawValue)
        var name = ""
        for (place, letter) in letters.enumerated() {
            let isAfterLower = place > 0 && !letters[place - 1].isUppercase
            // The last capital of several begins the next word: `newAPIKey`.
            let isBeforeLower = place + 1 < letters.count && !letters[place + 1].isUppercase
            if letter.isUppercase, place > 0, isAfterLower || isBeforeLower { name += "-" }
            name += letter.lowercased()
        }
        return name
    }
}
