/// A piece of an answer as it comes in: the head once, then chunks of the body.
enum HTTPEvent: Hashable, Sendable {
    case head(HTTPHead)
    case chunk([UInt8])
}
