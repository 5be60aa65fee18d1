import Domain
import Service

extension Set<Permission> {
    /// How many a list may name, also where it names some of them twice.
    static let mostNamed = 100

    /// Throws `ServiceError.invalid` where the list is longer.
    init(named permissions: [Permission], in field: String) throws {
        guard permissions.count <= Self.mostNamed else {
            throw ServiceError.invalid(
                field: field, "A list names at most \(Self.mostNamed) permissions.")
        }
        self.init(permissions)
    }
}
