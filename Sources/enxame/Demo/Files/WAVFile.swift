import Foundation

/// A sound (WAV, 16-bit mono, 22,050 samples a second): a slow arpeggio.
enum WAVFile {
    private static let rate = 22_050
    private static let notes = [220.0, 261.63, 329.63, 440.0, 392.0, 329.63, 293.66, 246.94]

    static func bytes(seconds: Int) -> [UInt8] {
        // One bar is drawn sample by sample and then repeated: drawing is the slow part.
        let bar = notes.flatMap { note(frequency: $0, seconds: 0.25) }
        let wanted = seconds * rate * 2
        var samples: [UInt8] = []
        samples.reserveCapacity(wanted)
        while samples.count < wanted { samples += bar.prefix(wanted - samples.count) }
        var format = LittleEndian.bytes(UInt16(1)) + LittleEndian.bytes(UInt16(1))
        format += LittleEndian.bytes(UInt32(rate)) + LittleEndian.bytes(UInt32(rate * 2))
        format += LittleEndian.bytes(UInt16(2)) + LittleEndian.bytes(UInt16(16))
        let content =
            Array("WAVE".utf8) + LittleEndian.chunk("fmt ", format)
            + LittleEndian.chunk("data", samples)
        return LittleEndian.chunk("RIFF", content)
    }

    private static func note(frequency: Double, seconds: Double) -> [UInt8] {
        let count = Int(seconds * Double(rate))
        return (0..<count).flatMap { index -> [UInt8] in
            let time = Double(index) / Double(rate)
            let fade = 1 - Double(index) / Double(count)
            let value = sin(2 * .pi * frequency * time) * fade * 9000
            return LittleEndian.bytes(UInt16(bitPattern: Int16(value)))
        }
    }
}
