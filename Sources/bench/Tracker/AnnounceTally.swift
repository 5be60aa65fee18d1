/// What one thread of a generator did.
struct AnnounceTally: Sendable {
    var announces = 0
    var failures = 0
    var milliseconds: [Double] = []

    static func + (a: Self, b: Self) -> Self {
        AnnounceTally(
            announces: a.announces + b.announces, failures: a.failures + b.failures,
            milliseconds: a.milliseconds + b.milliseconds)
    }
}

/// Bytes up and down.
struct MovedBytes: Sendable, Equatable {
    var up: Int64 = 0
    var down: Int64 = 0

    init() {}

    init(_ moved: (up: Int64, down: Int64)) { (up, down) = moved }

    static func + (a: Self, b: Self) -> Self { Self((a.up + b.up, a.down + b.down)) }
}
