import Foundation

/// Seconds of processor time that a process took, all its threads together (proc(5)).
enum ProcessorTime {
    static func seconds(of process: pid_t) -> Double? {
        guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/stat") else {
            return nil
        }
        // The name stands in brackets and may hold anything.
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 14, let user = Double(fields[11]), let system = Double(fields[12])
        else { return nil }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
