import API

/// One request as it goes to libcurl.
struct HTTPRequest: Sendable {
    var method: Method
    var url: String
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]?
    /// Received beyond this, the transfer is broken off.
    var bodyLimit: Int
    var connectTimeout: Duration
    /// For the whole transfer; `nil` for one that stays open.
    var timeout: Duration?
    /// An open transfer that is silent for longer has died without a word.
    var longestSilence: Duration?
    /// Whether proxies in the environment are passed by.
    var avoidsProxies: Bool
}
