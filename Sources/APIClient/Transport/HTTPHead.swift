/// The status and headers of an answer.
struct HTTPHead: Hashable, Sendable {
    var status: Int
    private var headers: [String: String] = [:]

    init(status: Int) { self.status = status }

    /// Names differ in no more than case.
    subscript(name: String) -> String? {
        get { headers[name.lowercased()] }
        set { headers[name.lowercased()] = newValue }
    }

    /// In lower case, without parameters.
    var contentType: String {
        let value = self["content-type"] ?? ""
        return value.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    }

    var isSuccess: Bool { (200..<300).contains(status) }
    var isRedirect: Bool { (300..<400).contains(status) && status != 304 }
}
