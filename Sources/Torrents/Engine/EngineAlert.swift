internal import CTorrent
import Domain

/// One of libtorrent's alerts, with nothing of libtorrent's memory left in it.
struct EngineAlert {
    let kind: ct_alert_kind
    let hash: InfoHash
    let piece: Int
    /// errno where the cause was the system, else 0.
    let errorNumber: Int32
    let message: String
    let path: String
    let bytes: [UInt8]

    init(_ alert: ct_alert) {
        kind = alert.kind
        hash = InfoHash(copying: alert.hash)
        piece = Int(alert.piece)
        errorNumber = alert.system_error
        message = OneLine.cleaned(String(cString: alert.message))
        path = String(cString: alert.path)
        bytes = Array(UnsafeBufferPointer(start: alert.bytes, count: alert.byte_count))
    }
}
