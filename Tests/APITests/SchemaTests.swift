import API
import Domain
import Foundation
import Testing

@Suite struct SchemaTests {
    @Test("every body's example is as its schema says, no key missing or extra")
    func examples() throws {
        for body in Bodies.all {
            let complaints = body.schema.complaints(about: try JSON(body.example))
            #expect(complaints.isEmpty, "\(body.schemaName)")
        }
    }

    @Test("an example fills in every field there is, so that none is described and never sent")
    func completeness() throws {
        for body in Bodies.all {
            guard case .object(let fields) = body.schema else { continue }
            let example = try JSON(body.example)
            for field in fields {
                #expect(example[field.name] != nil, "\(body.schemaName).\(field.name)")
            }
        }
    }

    @Test("every body's example comes back as it went")
    func roundTrip() throws {
        for body in Bodies.all { try expectRoundTrip(body.example) }
    }

    @Test("no two bodies share a name")
    func names() {
        var types: [String: String] = [:]
        for body in Bodies.all {
            let known = types.updateValue(String(reflecting: body), forKey: body.schemaName)
            #expect(known == nil || known == String(reflecting: body))
            #expect(body.schemaName.wholeMatch(of: /[A-Z][A-Za-z]+/) != nil)
        }
    }

    @Test(
        "a value that is not as described is complained of by its place",
        arguments: [
            (#"{"username":"ana"}"#, "lacks the field password"),
            (#"{"username":"ana","password":"p","is_admin":true}"#, "a field is_admin"),
            (#"{"username":"a","password":"p"}"#, "username has 1 characters"),
            (#"{"username":"-ana","password":"p"}"#, "username does not match"),
            (#"{"username":7,"password":"p"}"#, "username is not a string"),
            (#"{"username":null,"password":"p"}"#, "username is not a string"),
            (#"[]"#, "it is no object"),
        ])
    func complaints(json: String, complaint: String) throws {
        let value = try JSON(reading: Data(json.utf8))
        let complaints = SignInRequest.schema.complaints(about: value)
        #expect(complaints.count == 1)
        #expect(complaints.first?.contains(complaint) == true, "\(complaints)")
    }

    @Test("whole numbers, others, and their bounds are told apart")
    func numbers() throws {
        let json = #"[1,1.5,true,-1,9223372036854775807,1e3,"1",null]"#
        let value = try JSON(reading: Data(json.utf8))
        guard case .list(let elements) = value else { throw NotAList() }
        #expect(
            elements.map { Schema.id.complaints(about: $0).isEmpty }
                == [true, false, false, false, true, true, false, false])
        #expect(
            elements.map { Schema.number(0...1000).complaints(about: $0).isEmpty }
                == [true, true, false, false, false, true, false, false])
    }

    private struct NotAList: Error {}

    private func expectRoundTrip<Body: Described>(_ body: Body) throws {
        let data = try WireCoding.encode(body)
        #expect(try WireCoding.decode(Body.self, from: data) == body)
    }
}
