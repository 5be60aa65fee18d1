internal import Cells

/// xterm's SGR mouse reports: `ESC [ < buttons ; column ; row M`, with `m` for a release.
enum MouseReport {
    /// - Parameter parameters: what stands between `<` and the final.
    /// - Returns: `nil` for what is no report.
    static func event(_ parameters: some Sequence<UInt8>, isPress: Bool) -> MouseEvent? {
        guard let numbers = numbers(parameters), numbers.count == 3,
            numbers[1] > 0, numbers[2] > 0
        else { return nil }
        let buttons = numbers[0]
        var modifiers: MouseEvent.Modifiers = []
        if buttons & 4 != 0 { modifiers.insert(.shift) }
        if buttons & 8 != 0 { modifiers.insert(.alt) }
        if buttons & 16 != 0 { modifiers.insert(.control) }
        guard let act = act(buttons, isPress: isPress) else { return nil }
        return MouseEvent(
            act, at: Point(numbers[1] - 1, numbers[2] - 1), modifiers: modifiers)
    }

    private static func act(_ buttons: Int, isPress: Bool) -> MouseEvent.Act? {
        let number = buttons & 3
        let isMoving = buttons & 32 != 0
        if buttons & 64 != 0 {
            // A wheel that is let go of says nothing.
            guard isPress, !isMoving else { return nil }
            return .wheel([.up, .down, .left, .right][number])
        }
        let button: MouseEvent.Button
        if buttons & 128 != 0 {
            button = .other(8 + number)
        } else if number == 3 {
            return isMoving ? .move : nil
        } else {
            button = [.left, .middle, .right][number]
        }
        if isMoving { return .drag(button) }
        return isPress ? .press(button) : .release(button)
    }

    /// No number of a report is longer: what is, is no report.
    private static func numbers(_ bytes: some Sequence<UInt8>) -> [Int]? {
        var numbers: [Int] = []
        var digits = 0
        var value = 0
        for byte in Array(bytes) + [0x3B] {
            switch byte {
            case 0x30...0x39:
                digits += 1
                guard digits <= 5 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            case 0x3B:
                guard digits > 0 else { return nil }
                numbers.append(value)
                (digits, value) = (0, 0)
            default: return nil
            }
        }
        return numbers
    }
}
