/// Where to listen, and what the world is told to announce to.
package struct ListenSettings: Hashable, Sendable {
    package struct Address: Hashable, Sendable {
        package let host: String
        package let port: Int

        package init(host: String, port: Int) {
            self.host = host
            self.port = port
        }

        /// As a URL spells it: an IPv6 address stands in brackets (RFC 3986).
        package func authority(port: Int) -> String {
            host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        }
    }

    package var api: Address
    package var tracker: Address
    /// Where Prometheus asks, without a password: an address that strangers do not reach. `nil`
    /// where nobody asks.
    package var metrics: Address?
    /// Both listeners speak TLS with it; `nil` where they do not, as behind a proxy that does.
    package var identity: TLSIdentity?
    package var proxies = TrustedProxies()
    package var limits = ConnectionLimits()
    /// `nil`: the tracker's own address, with the port that it got.
    package var trackerURL: String?

    package init(api: Address, tracker: Address, trackerURL: String? = nil) {
        self.api = api
        self.tracker = tracker
        self.trackerURL = trackerURL
    }

    package var scheme: String { identity == nil ? "http" : "https" }
}
