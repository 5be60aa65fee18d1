import Cells

/// The three parts of the screen.
struct ScreenLayout {
    static let least = Size(width: 40, height: 10)

    let header: Rect
    let body: Rect
    let status: Rect
    let isTooSmall: Bool

    init(_ size: Size) {
        let parts = Rect(size).rows(.cells(1), .part(1), .cells(1))
        (header, body, status) = (parts[0], parts[1], parts[2])
        isTooSmall = size.width < Self.least.width || size.height < Self.least.height
    }
}
