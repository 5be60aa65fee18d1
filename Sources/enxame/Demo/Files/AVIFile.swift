/// An uncompressed video (AVI 1.0, 24-bit frames, 25 a second): bands of colour drifting at
/// different speeds. Any player shows it, and making it needs no encoder.
enum AVIFile {
    private static let width = 320
    private static let height = 240
    private static let rowBytes = width * 3

    /// Hands out the file piece by piece: a header, the frames, an index. A frame has 230,408 bytes.
    static func write(frames: Int, to sink: ([UInt8]) throws -> Void) rethrows {
        let frameBytes = rowBytes * height
        let chunkBytes = frameBytes + 8
        let moviBytes = 4 + chunkBytes * frames
        let header = headerList(frames: frames, frameBytes: frameBytes)
        let indexBytes = 16 * frames
        let riffBytes = 4 + header.count + 8 + moviBytes + 8 + indexBytes
        try sink(Array("RIFF".utf8) + LittleEndian.bytes(UInt32(riffBytes)) + Array("AVI ".utf8))
        try sink(header)
        try sink(Array("LIST".utf8) + LittleEndian.bytes(UInt32(moviBytes)) + Array("movi".utf8))
        let palette = palette()
        var index: [UInt8] = []
        for frame in 0..<frames {
            try sink(Array("00db".utf8) + LittleEndian.bytes(UInt32(frameBytes)))
            try sink(pixels(frame: frame, palette: palette))
            index += Array("00db".utf8) + LittleEndian.bytes(UInt32(0x10))
            index += LittleEndian.bytes(UInt32(4 + chunkBytes * frame))
            index += LittleEndian.bytes(UInt32(frameBytes))
        }
        try sink(LittleEndian.chunk("idx1", index))
    }

    private static func headerList(frames: Int, frameBytes: Int) -> [UInt8] {
        let microsecondsPerFrame: UInt32 = 40_000
        let hasIndex: UInt32 = 0x10
        var main: [UInt8] = []
        for value in [
            microsecondsPerFrame, UInt32(frameBytes * 25), 0, hasIndex, UInt32(frames), 0, 1,
            UInt32(frameBytes), UInt32(width), UInt32(height), 0, 0, 0, 0,
        ] { main += LittleEndian.bytes(value) }
        var stream = Array("vidsDIB ".utf8)
        for value in [0, 0, 0, 1, 25, 0, UInt32(frames), UInt32(frameBytes), .max, 0, 0, 0] {
            stream += LittleEndian.bytes(value)
        }
        var format = LittleEndian.bytes(UInt32(40))
        format += LittleEndian.bytes(UInt32(width)) + LittleEndian.bytes(UInt32(height))
        format += LittleEndian.bytes(UInt16(1)) + LittleEndian.bytes(UInt16(24))
        for value in [0, UInt32(frameBytes), 0, 0, 0, 0] { format += LittleEndian.bytes(value) }
        let streamList =
            Array("strl".utf8) + LittleEndian.chunk("strh", stream)
            + LittleEndian.chunk("strf", format)
        let list =
            Array("hdrl".utf8) + LittleEndian.chunk("avih", main)
            + LittleEndian.chunk("LIST", streamList)
        return LittleEndian.chunk("LIST", list)
    }

    /// Three screens wide, so that a row of a frame is a slice of it.
    private static func palette() -> [UInt8] {
        (0..<(width * 3)).flatMap { x -> [UInt8] in
            let phase = x % (width * 2)
            let wave = phase < width ? phase : 2 * width - phase
            return [UInt8(60 + wave / 2), UInt8(40 + wave / 3), UInt8(20 + wave * 5 / 7)]
        }
    }

    private static func pixels(frame: Int, palette: [UInt8]) -> [UInt8] {
        var pixels: [UInt8] = []
        pixels.reserveCapacity(rowBytes * height)
        for y in 0..<height {
            let speed = 1 + (y / 24) % 5
            let shift = (frame * speed + y * 2) % (width * 2)
            pixels += palette[(shift * 3)..<(shift * 3 + rowBytes)]
        }
        return pixels
    }
}
