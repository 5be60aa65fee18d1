import Foundation

/// Megabytes of real memory that a process holds, and held at most (proc(5)).
struct ServerMemory: Codable, Sendable {
    let now: Double
    let peak: Double

    init?(process id: pid_t) {
        guard let status = FileManager.default.contents(atPath: "/proc/\(id)/status") else {
            return nil
        }
        let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
        func megabytes(_ name: String) -> Double? {
            lines.first { $0.hasPrefix(name + ":") }?.split(whereSeparator: \.isWhitespace)
                .dropFirst().first.flatMap { Double($0) }.map { $0 / 1024 }
        }
        guard let now = megabytes("VmRSS"), let peak = megabytes("VmHWM") else { return nil }
        self.now = now
        self.peak = peak
    }
}
