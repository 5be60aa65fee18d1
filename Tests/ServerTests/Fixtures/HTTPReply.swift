import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore

/// What the server answered, in plain values.
struct HTTPReply: Sendable {
    let status: Int
    let data: Data
    private let headers: HTTPFields

    init(_ response: TestResponse) {
        status = response.status.code
        data = Data(response.body.readableBytesView)
        headers = response.headers
    }

    var text: String { String(decoding: data, as: UTF8.self) }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
