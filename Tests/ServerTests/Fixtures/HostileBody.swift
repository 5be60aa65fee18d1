import API

/// An endpoint's own example as JSON, with one of its fields wrong, at any depth.
struct HostileBody {
    enum Fault {
        /// Any text in its place.
        case value(String)
        case leftOut, twice, misspelt
    }

    private let example: JSON

    init(_ endpoint: any AnyEndpoint) throws { example = try JSON(endpoint.body.example) }

    var text: String { text(example, at: [], [], nil) }

    /// The fields as the server names them, `events.0.info_hash`, and the elements of lists.
    var places: [[String]] { Self.places(in: example, at: []) }

    func with(_ fault: Fault, at place: [String]) -> String { text(example, at: [], place, fault) }

    static func isField(_ place: [String]) -> Bool { place.last.flatMap { Int($0) } == nil }

    private static func places(in json: JSON, at here: [String]) -> [[String]] {
        let inner: [(name: String, value: JSON)] =
            switch json {
            case .object(let members): members.map { ($0.name, $0.value) }
            case .list(let elements): elements.enumerated().map { (String($0), $1) }
            default: []
            }
        return inner.flatMap { [here + [$0.name]] + places(in: $0.value, at: here + [$0.name]) }
    }

    private func text(_ json: JSON, at here: [String], _ place: [String], _ fault: Fault?)
        -> String
    {
        if here == place, case .value(let text) = fault { return text }
        switch json {
        case .object(let members):
            let fields = members.flatMap { member -> [String] in
                let there = here + [member.name]
                let value = text(member.value, at: there, place, fault)
                let field = "\"\(member.name)\":\(value)"
                guard there == place, let fault else { return [field] }
                return switch fault {
                case .value: [field]
                case .leftOut: []
                case .twice: [field, field]
                case .misspelt: ["\"\(member.name)x\":\(value)"]
                }
            }
            return "{\(fields.joined(separator: ","))}"
        case .list(let elements):
            let texts = elements.enumerated().map {
                text($1, at: here + [String($0)], place, fault)
            }
            return "[\(texts.joined(separator: ","))]"
        default: return String(decoding: json.bytes, as: UTF8.self)
        }
    }
}
