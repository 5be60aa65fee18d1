/// What the frames of a run cost, one entry each in the order of painting.
struct FrameLog: Codable, Equatable, Sendable {
    /// Of processor time of the loop's thread, from the end of the frame before.
    var milliseconds: [Double] = []
    /// Written by the process.
    var bytes: [Int] = []

    var times: Percentiles { Percentiles(milliseconds: milliseconds) }

    /// Of those frames that changed something on the screen.
    var sizes: Percentiles { Percentiles(milliseconds: bytes.filter { $0 > 0 }.map(Double.init)) }
}
