import API
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Service

/// Reads what an endpoint declares out of a request, and finds out who sent it.
struct RequestReader: Sendable {
    let signIn: SignIn

    func caller(_ request: Request, _ context: APIContext) async throws -> Caller {
        // The scheme's name has no case (RFC 9110).
        let parts = request.headers[.authorization]?.split(separator: " ", maxSplits: 1) ?? []
        guard parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw ServiceError.notSignedIn("Sign in first.")
        }
        return try await signIn.caller(token: String(parts[1]), from: context.address)
    }

    /// The same caller as things stand by now.
    func renewed(_ caller: Caller) async throws -> Caller { try await signIn.renewed(caller) }

    func read<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, _ request: Request, _ context: APIContext,
        limit: Int
    ) async throws -> Call<Query, Body> {
        let query = try Query { name in
            request.uri.queryParameters.get(name)
        }
        let ids = try endpoint.path.split(separator: "/").filter { $0.hasPrefix("{") }
            .map { name in
                let text = context.parameters.get(String(name.dropFirst().dropLast())) ?? ""
                // One name for each: neither a sign nor zeros before it.
                guard let id = Int64(text), id > 0, String(id) == text else {
                    throw Problem(400, "bad_id", "“\(OneLine.cleaned(text.prefix(40)))” is no id.")
                }
                return id
            }
        return Call(
            query: query, body: try await body(request, limit: limit), ids: ids,
            address: context.address, client: request.headers[.userAgent])
    }

    private func body<Body: Decodable>(_ request: Request, limit: Int) async throws -> Body {
        // What a body of a GET means is nowhere said (RFC 9110), so it means nothing.
        if request.method == .get, let nothing = Nothing() as? Body { return nothing }
        let buffer = try await request.body.collect(upTo: limit)
        let bytes = buffer.readableBytes == 0 ? Data("{}".utf8) : Data(buffer.readableBytesView)
        do {
            return try WireCoding.decodeStrictly(Body.self, from: bytes)
        } catch let fault as BodyFault {
            throw Problem(fault)
        } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
            // The decoder does not say which number it cannot hold.
            throw Problem(
                400, "bad_json", "A number in the body is not whole, or too large for its field.")
        } catch let error as DecodingError {
            throw Problem(400, "bad_json", error.sentence)
        }
    }
}

extension Problem {
    fileprivate init(_ fault: BodyFault) {
        switch fault {
        case .malformed:
            self.init(400, "bad_json", "The body is not the JSON that this endpoint takes.")
        case .tooDeep: self.init(400, "bad_json", "The body is nested too deep.")
        case .unknown(let field):
            self.init(400, "unknown_field", "This endpoint knows no field \(field).")
        case .repeated(let field):
            self.init(400, "repeated_field", "The field \(field) stands there twice.")
        }
    }
}

extension DecodingError {
    /// Which field, and what is wrong with it.
    fileprivate var sentence: String {
        switch self {
        case .keyNotFound(let key, let context):
            "The field \((context.codingPath + [key]).wireName) is missing."
        case .typeMismatch(_, let context) where !context.codingPath.isEmpty,
            .valueNotFound(_, let context) where !context.codingPath.isEmpty:
            "The field \(context.codingPath.wireName) has the wrong type."
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            "The field \(context.codingPath.wireName) cannot be accepted: \(context.complaint)."
        default: "The body is not the JSON that this endpoint takes."
        }
    }
}

extension DecodingError.Context {
    /// What our own types say of a value; Swift's words for an enumeration repeat the value, which
    /// may be of any length and hold anything.
    fileprivate var complaint: String {
        debugDescription.hasPrefix("Cannot initialize")
            ? "it is none of the values that it can have"
            : OneLine.cleaned(debugDescription.prefix(200))
    }
}
