/// What is wrong with a body as JSON, before anybody asks what it means.
package enum BodyFault: Error, Hashable, Sendable {
    /// It is not JSON in UTF-8, as RFC 8259 has it.
    case malformed
    case tooDeep
    /// A field that this endpoint does not know: a typing mistake would otherwise pass unseen.
    case unknown(field: String)
    /// A field that is there twice: readers disagree about which one counts.
    case repeated(field: String)
}
