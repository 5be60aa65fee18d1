import CLinux
import Foundation

/// A connection to a tracker, now open, now not, and the announce that is on it.
struct Line {
    enum Answer {
        case more, granted, broken
        /// It was closed before a word of an answer, as a server may do with one that is kept open.
        case closed
    }

    let port: UInt16
    /// Whose announce it is.
    var index = 0
    var isBusy = false
    private var socket: Int32 = -1
    private var answer = [UInt8](repeating: 0, count: 4096)
    private var count = 0

    init(port: UInt16) { self.port = port }

    mutating func end() {
        if socket >= 0 { close(socket) }
        socket = -1
    }

    /// Has `poll` name it by `place` when there is something to receive.
    mutating func send(_ request: RequestBytes, as place: Int, _ poll: Int32) {
        count = 0
        if socket < 0 {
            socket = connected()
            var event = enxame_event(
                events: UInt32(enxame_readable), data: UInt64(place))
            _ = enxame_epoll_control(poll, Int32(enxame_add), socket, &event)
        }
        _ = Foundation.send(socket, request.start, request.count, Int32(enxame_no_signal))
    }

    /// What came since. A broken line is found here, also where sending it failed.
    mutating func receive(untilClosed: Bool) -> Answer {
        while count < answer.count {
            let more = answer.withUnsafeMutableBytes {
                recv(
                    socket, $0.baseAddress?.advanced(by: count), $0.count - count,
                    Int32(enxame_dont_wait))
            }
            if more < 0, errno == EAGAIN { return .more }
            if more == 0, count == 0, !untilClosed { return .closed }
            guard more > 0 else {
                return more == 0 && untilClosed && isGrant ? .granted : .broken
            }
            count += more
            if !untilClosed, isWhole { return isGrant ? .granted : .broken }
        }
        return .broken
    }

    private func connected() -> Int32 {
        let made = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        // Over the loopback it waits for nobody.
        _ = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(made, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return made
    }

    /// The body begins behind the empty line; a grant's with `d8:`, a refusal's with `d14:`.
    private var isGrant: Bool {
        guard let body = bodyStart, body + 3 <= count else { return false }
        return answer[body + 1] == UInt8(ascii: "8")
    }

    private var isWhole: Bool {
        guard let body = bodyStart, let length = contentLength(in: body) else { return false }
        return count >= body + length
    }

    private var bodyStart: Int? {
        var index = 3
        while index < count {
            if answer[index] == 10, answer[index - 1] == 13, answer[index - 2] == 10 {
                return index + 1
            }
            index += 1
        }
        return nil
    }

    /// The digits behind `ength:`, as both trackers spell the end of that field.
    private func contentLength(in head: Int) -> Int? {
        let name = Array("ength:".utf8)
        var index = 0
        while index + name.count < head {
            if answer[index] == name[0], answer[index..<index + name.count].elementsEqual(name) {
                var (place, length) = (index + name.count, 0)
                while answer[place] == 32 { place += 1 }
                while (48...57).contains(answer[place]) {
                    length = length * 10 + Int(answer[place] - 48)
                    place += 1
                }
                return length
            }
            index += 1
        }
        return nil
    }
}
