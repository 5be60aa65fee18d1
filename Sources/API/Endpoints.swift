/// Every endpoint of the API, by feature in the files beside this one.
package enum Endpoints {
    package static let prefix = "/api/v1"
}
