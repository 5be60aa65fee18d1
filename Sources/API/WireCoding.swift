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
}
