import Bencoding
import Domain
import Foundation

/// A small torrent of one file, each number another one.
struct TestTorrent {
    let bytes: [UInt8]

    init(_ number: Int, file: String = "relatorio.pdf", isPrivate: Bool = true) {
        bytes =
            BencodeValue.dictionary([
                "announce": .string("http://elsewhere.example/announce"),
                "info": .dictionary([
                    "length": .integer(40_000), "name": .string(file),
                    "piece length": .integer(16_384),
                    "pieces": .bytes((0..<60).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ number) }),
                    "private": isPrivate ? .integer(1) : nil,
                    "source": .string("test \(number)"),
                ]),
            ]).bytes
    }

    var base64: String { Data(bytes).base64EncodedString() }
}
