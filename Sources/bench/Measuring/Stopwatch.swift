/// Milliseconds since it was made.
struct Stopwatch {
    private let start = ContinuousClock.now

    var milliseconds: Double { (ContinuousClock.now - start) / .milliseconds(1) }
    var seconds: Double { milliseconds / 1000 }
}
