import Foundation

/// What `/proc` says of other processes.
enum Processes {
    /// Whether it is there and no zombie.
    static func isRunning(_ id: pid_t) -> Bool {
        stat(id).map { $0.state != "Z" && $0.state != "X" } ?? false
    }

    /// Its children and theirs.
    static func descendants(of id: pid_t) -> [pid_t] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let parents = all.compactMap { pid_t($0) }.compactMap { child in
            stat(child).map { (child, $0.parent) }
        }
        var found: [pid_t] = []
        var new = [id]
        while !new.isEmpty {
            new = parents.filter { new.contains($0.1) }.map(\.0)
            found += new
        }
        return found
    }

    private static func stat(_ id: pid_t) -> (state: String, parent: pid_t)? {
        guard let data = FileManager.default.contents(atPath: "/proc/\(id)/stat") else {
            return nil
        }
        // The name stands in parentheses and may hold anything.
        let rest = String(decoding: data, as: UTF8.self).split(separator: ")").last ?? ""
        let fields = rest.split(separator: " ")
        guard fields.count > 1, let parent = pid_t(fields[1]) else { return nil }
        return (String(fields[0]), parent)
    }
}
