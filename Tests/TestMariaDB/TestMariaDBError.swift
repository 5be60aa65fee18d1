/// Why there is no database server to test with.
package struct TestMariaDBError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
