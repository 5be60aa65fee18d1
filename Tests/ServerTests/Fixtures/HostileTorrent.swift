import Foundation
import Testing

/// Something that is sent as a torrent and is none, or one that reaches out of its folder.
struct HostileTorrent: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let base64: String

    private init(_ description: String, base64: String) {
        testDescription = description
        self.base64 = base64
    }

    private init(_ description: String, text: String) {
        self.init(description, base64: Data(text.utf8).base64EncodedString())
    }

    private init(_ description: String, file: String) {
        self.init(description, base64: TestTorrent(1, file: file).base64)
    }

    static let all = [
        HostileTorrent("nothing", base64: ""), HostileTorrent("no base64", base64: "no base64!"),
        HostileTorrent("an empty dictionary", text: "de"),
        HostileTorrent("three zero bytes", base64: "AAAA"),
        HostileTorrent("a cut dictionary", text: "d4:infod6:lengthi1eee"),
        HostileTorrent("a way out", file: "../../etc/passwd"),
        HostileTorrent("an absolute path", file: "/etc/passwd"),
        HostileTorrent("a NUL", file: "a\u{0}b"), HostileTorrent("an escape", file: "\u{1B}[31m"),
        HostileTorrent("a device", file: "CON"),
        HostileTorrent("a cut torrent", base64: String(TestTorrent(1).base64.dropLast(40))),
        HostileTorrent("deep nesting", text: String(repeating: "l", count: 9000)),
        HostileTorrent("a length without end", text: "d4:info999999999999999999:"),
    ]
}
