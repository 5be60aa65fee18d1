import API
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Service

extension Problem {
    /// Every error a handler can throw, as a caller meets it. What is none of the caller's affair
    /// becomes a 500 that says nothing.
    init(_ error: any Error) {
        switch error {
        case let error as Problem: self = error
        case let error as ServiceError: self.init(error)
        case let error as QueryProblem:
            self.init(
                400, "bad_parameter", "The parameter \(error.parameter) must be \(error.expected).")
        case StoreFailure.standingChanged:
            self.init(
                409, "standing_changed",
                "Somebody's role changed in this very moment; look again, and try again.")
        case is NIOTooManyBytesError:
            self.init(413, "body_too_large", "The body is larger than this endpoint takes.")
        case let error as HTTPError: self.init(error)
        case let fault as any StoreFault where fault.isFull:
            self.init(
                503, "database_away",
                "The server's disk is full, so it cannot write now. Nothing is lost; tell who runs it."
            )
        case let fault as any StoreFault where fault.isOutage:
            self.init(
                503, "database_away",
                "The server cannot reach its database now. Nothing is lost; try again in a moment.")
        default:
            self.init(500, "internal", "Something went wrong on the server; it has been logged.")
        }
    }

    init(_ status: Int, _ code: String, _ detail: String, entry: CatalogID? = nil) {
        self.init(
            status: status, title: Self.title(status), code: code, detail: detail,
            catalogId: entry)
    }

    private init(_ error: ServiceError) {
        switch error {
        case .objected(let objection): self.init(objection)
        case .notFound(let what): self.init(404, "not_found", "There is no such \(what).")
        case .invalid(let field, let message):
            self.init(422, "invalid_\(field)", message)
        case .conflict(let code, let message): self.init(409, code, message)
        case .alreadyPublished(let entry):
            self.init(
                409, "already_published", "This torrent was published here before.", entry: entry)
        case .wrongCredentials:
            self.init(401, "wrong_credentials", "The name or the password is wrong.")
        case .tooManyAttempts(let seconds):
            self.init(
                429, "too_many_attempts",
                "Too many sign-ins failed here; try again in \(seconds) seconds.")
        case .tooFast(let seconds):
            self.init(
                429, "too_many_requests", "Too many requests; try again in \(seconds) seconds.")
        case .banned(let reason, let until):
            self.init(403, "banned", "You are banned\(Self.end(until)): \(reason)")
        case .addressBanned(let reason, let until):
            self.init(
                403, "address_banned", "Your address is banned\(Self.end(until)): \(reason)")
        case .notSignedIn(let message): self.init(401, "not_signed_in", message)
        case .secondFactorNeeded:
            self.init(401, "second_factor_needed", "Give a code of your second factor too.")
        case .wrongCode:
            self.init(401, "wrong_code", "The code is wrong, or was used before.")
        case .notByKey:
            self.init(403, "not_by_key", "A key for scripts cannot do this: sign in.")
        case .refreshRaced:
            self.init(
                409, "refresh_raced",
                "The session was renewed a moment ago: use the tokens of that renewal.")
        case .invitationNeeded:
            self.init(
                403, "invitation_needed",
                "This community takes newcomers by invitation: give its code.")
        case .registrationClosed:
            self.init(403, "registration_closed", "This community takes no registrations now.")
        }
    }

    private static func end(_ until: Timestamp?) -> String {
        until.map {
            " until " + Date(timeIntervalSince1970: TimeInterval($0.seconds)).formatted(.iso8601)
        } ?? ""
    }

    private init(_ objection: Objection) {
        let status =
            switch objection {
            case .cycle, .unknownParent, .ownAddress, .loopbackAddress: 422
            case .lastSuperAdmin, .roleInUse, .roleHasChildren, .rejectedUpload: 409
            default: 403
            }
        self.init(status, objection.code, objection.sentence)
    }

    private init(_ error: HTTPError) {
        switch error.status.code {
        case 404: self.init(404, "no_such_endpoint", "There is no such endpoint.")
        case 405: self.init(405, "no_such_method", "This endpoint does not take that method.")
        case 413:
            self.init(413, "body_too_large", "The body is larger than this endpoint takes.")
        default:
            self.init(error.status.code, "http_error", error.body ?? error.status.reasonPhrase)
        }
    }

    /// RFC 9110's names; a status made from its number has none.
    static func title(_ status: Int) -> String {
        switch status {
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 409: "Conflict"
        case 413: "Content Too Large"
        case 408: "Request Timeout"
        case 422: "Unprocessable Content"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 503: "Service Unavailable"
        default: status < 500 ? "Client Error" : "Internal Server Error"
        }
    }
}
