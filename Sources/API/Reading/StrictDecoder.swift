/// A value whose decoding refuses fields that its type does not know, at any depth.
///
/// It stands between the type and the decoder: whenever the type asks for the fields of an object,
/// all that are there are held against the type's own coding keys.
struct Strict<Value: Decodable>: Decodable {
    let value: Value

    init(from decoder: any Decoder) throws {
        value = try Value(from: StrictDecoder(base: decoder))
    }
}

struct StrictDecoder: Decoder {
    let base: any Decoder

    var codingPath: [any CodingKey] { base.codingPath }
    var userInfo: [CodingUserInfoKey: Any] { base.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let names = try base.container(keyedBy: AnyKey.self).allKeys.filter {
            Key(stringValue: $0.stringValue) == nil
        }
        if let unknown = names.min(by: { $0.stringValue < $1.stringValue }) {
            throw BodyFault.unknown(field: (codingPath + [unknown]).wireName)
        }
        return KeyedDecodingContainer(StrictFields(base: try base.container(keyedBy: type)))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        StrictElements(base: try base.unkeyedContainer())
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        StrictValue(base: try base.singleValueContainer())
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        let intValue: Int?

        init(stringValue: String) {
            self.stringValue = stringValue
            intValue = nil
        }

        init(intValue: Int) {
            stringValue = String(intValue)
            self.intValue = intValue
        }
    }
}

extension [any CodingKey] {
    /// As the wire spells it: `events.1.info_hash`.
    package var wireName: String { map(\.wireName).joined(separator: ".") }
}

extension CodingKey {
    package var wireName: String {
        if let intValue { return String(intValue) }
        return stringValue.reduce(into: "") { name, letter in
            if letter.isUppercase { name += "_" }
            name += letter.lowercased()
        }
    }
}
