package import Foundation

/// JSON as the API speaks it: snake_case, keys sorted so that equal values are equal bytes.
package enum WireCoding {
    package static func encode(_ value: some Encodable) throws -> Data {
        if let value = value as? any DirectlyWritten {
            var json = JSONText()
            value.write(to: &json)
            return Data(json.bytes)
        }
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    package static func decode<T: Decodable>(_ type: T.Type, from data: Data) throws -> T {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: data)
    }

    /// As `decode`, for what strangers send: throws `BodyFault` too, for fields that `type` does
    /// not know and for what only looks like JSON.
    package static func decodeStrictly<T: Decodable>(_ type: T.Type, from data: Data) throws -> T {
        let names = try JSONInspection.inspect([UInt8](data))
        if let nothing = Nothing() as? T {
            // A type without fields asks for none, so nobody else would look.
            if let name = names.min() { throw BodyFault.unknown(field: name) }
            guard case .object = try decode(JSON.self, from: data) else {
                throw BodyFault.malformed
            }
            return nothing
        }
        return try decode(Strict<T>.self, from: data).value
    }
}
