/// How an endpoint may say no: a status, and the stable codes that come with it.
package struct Refusal: Hashable, Sendable {
    package let status: Int
    package let codes: [String]

    package init(_ status: Int, _ codes: [String]) {
        self.status = status
        self.codes = codes
    }

    /// 403: a rule of conduct says no.
    package static func forbidden(_ codes: String...) -> Refusal { Refusal(403, codes) }

    /// 409: things stand otherwise than the request takes for granted.
    package static func conflict(_ codes: String...) -> Refusal { Refusal(409, codes) }

    /// 422: these fields hold what cannot be accepted.
    package static func invalid(_ fields: String...) -> Refusal {
        Refusal(422, fields.map { "invalid_" + $0 })
    }
}
