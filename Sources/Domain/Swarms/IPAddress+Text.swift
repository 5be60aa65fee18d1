extension IPAddress {
    /// Dotted decimal, or RFC 4291's forms without a zone; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let bytes = text.utf8.contains(UInt8(ascii: ":")) ? Self.v6Bytes(text) : Self.v4Bytes(text)
        guard let bytes else { return nil }
        self.init(bytes: bytes)
    }

    private static func v4Bytes(_ text: some StringProtocol) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let bytes = parts.compactMap { part -> UInt8? in
            // A leading zero is octal to some readers and decimal to others.
            guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                part.count == 1 || part.first != "0"
            else { return nil }
            return UInt8(part)
        }
        return bytes.count == 4 ? bytes : nil
    }

    private static func v6Bytes(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.count <= 45 else { return nil }
        let halves = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let gap = halves.dropFirst().dropLast().firstIndex(of: "") else {
            let bytes = groupBytes(halves, endsText: true)
            return bytes?.count == 16 ? bytes : nil
        }
        // `::` at an end leaves a second empty part there.
        var before = Array(halves[..<gap])
        var after = Array(halves[(gap + 1)...])
        if before == [""] { before = [] }
        if after == [""] { after = [] }
        guard let head = groupBytes(before, endsText: false),
            let tail = groupBytes(after, endsText: true),
            head.count + tail.count <= 14
        else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    private static func groupBytes(
        _ groups: some Collection<some StringProtocol>, endsText: Bool
    ) -> [UInt8]? {
        var bytes: [UInt8] = []
        for (index, group) in groups.enumerated() {
            if endsText, index == groups.count - 1, group.utf8.contains(UInt8(ascii: ".")) {
                guard let embedded = v4Bytes(group) else { return nil }
                bytes += embedded
            } else {
                guard (1...4).contains(group.utf8.count), group.utf8.allSatisfy(isHex),
                    let value = UInt16(group, radix: 16)
                else { return nil }
                bytes += [UInt8(value >> 8), UInt8(truncatingIfNeeded: value)]
            }
        }
        return bytes
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte)
            || (0x61...0x66).contains(byte)
    }
}

extension IPAddress: CustomStringConvertible {
    /// As RFC 5952 has it.
    package var description: String {
        let bytes = bytes
        guard case .v6 = self else { return bytes.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map {
            UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
        }
        let longest = Self.longestZeroRun(groups)
        let text = { (part: ArraySlice<UInt16>) in
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard longest.count > 1 else { return text(groups[...]) }
        return text(groups[..<longest.lowerBound]) + "::" + text(groups[longest.upperBound...])
    }

    private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int> {
        var longest = 0..<0
        var start = 0
        for index in 0...groups.count where index == groups.count || groups[index] != 0 {
            if index - start > longest.count { longest = start..<index }
            start = index + 1
        }
        return longest
    }
}
