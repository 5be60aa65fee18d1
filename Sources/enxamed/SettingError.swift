/// What is wrong with a setting; the sentence names it.
enum SettingError: Error, Hashable {
    case wrong(name: String, value: String, expected: String)
    /// The value may hold a password, so it is not repeated.
    case refused(name: String, String)
    case unreadable(file: String)
    case unreadableLine(file: String, line: Int)
    case dataFolder(path: String, String)
    case inUse(path: String)
}

extension SettingError: CustomStringConvertible {
    var description: String {
        switch self {
        case .wrong(let name, let value, let expected):
            "\(name) is “\(value)”, and should be \(expected)"
        case .refused(let name, let why): "\(name) cannot be used: \(why)"
        case .unreadable(let file): "\(file) is not a text file that can be read"
        case .unreadableLine(let file, let line): "\(file), line \(line): not NAME=value"
        case .dataFolder(let path, let why): "cannot use the data folder \(path): \(why)"
        case .inUse(let path): "another enxamed is using the data folder \(path)"
        }
    }
}
