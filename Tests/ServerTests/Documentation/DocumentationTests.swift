import API
import Foundation
import Testing

@testable import Server

@Suite struct DocumentationTests {
    @Test("/openapi.json has every endpoint, with its answers and who may call it")
    func openAPI() async throws {
        try await TestSite.with { site in
            let reply = try await site.send(Endpoints.openAPI, [])
            let document = try JSON(reading: reply.data)
            #expect(document["openapi"] == "3.1.0")
            var ids: Set<String> = []
            for endpoint in Endpoints.all {
                let operation = document["paths"]?[endpoint.prefix + endpoint.path]?[
                    endpoint.method.rawValue.lowercased()]
                let responses = operation?["responses"]
                #expect(responses?[String(endpoint.status)] != nil, "\(endpoint.name)")
                for refusal in endpoint.everyRefusal {
                    #expect(responses?[String(refusal.status)] != nil, "\(endpoint.name)")
                }
                #expect((operation?["security"] == []) == (endpoint.access == .anyone))
                #expect((operation?["requestBody"] != nil) == endpoint.takesBody)
                guard case .text(let id) = operation?["operationId"] else {
                    Issue.record("\(endpoint.name) has no operationId")
                    continue
                }
                #expect(ids.insert(id).inserted, "\(id)")
            }
        }
    }

    @Test("every reference within the document leads somewhere, and nothing is described in vain")
    func references() {
        var asked: Set<String> = []
        func walk(_ json: JSON) {
            switch json {
            case .object(let members):
                for member in members {
                    if member.name == "$ref", case .text(let name) = member.value {
                        asked.insert(name)
                    }
                    walk(member.value)
                }
            case .list(let elements): elements.forEach(walk)
            default: break
            }
        }
        walk(OpenAPI.document)
        let known = Set(OpenAPI.bodies.map { "#/components/schemas/" + $0.schemaName })
        // Named in words, as the data of an event stream has no schema of its own in OpenAPI 3.1.
        asked.insert("#/components/schemas/" + CommunityEvent.schemaName)
        #expect(asked == known)
    }

    @Test("every body's example is in the document")
    func examples() {
        for body in OpenAPI.bodies { #expect(body.exampleJSON != nil, "\(body.schemaName)") }
    }

    @Test("/docs shows every endpoint and body on one page that asks nobody else for anything")
    func docs() async throws {
        try await TestSite.with { site in
            let reply = try await site.send(Endpoints.docs, [])
            let page = reply.text
            for endpoint in Endpoints.all {
                #expect(page.contains("id=\"\(endpoint.operationID)\""), "\(endpoint.name)")
                #expect(page.contains("data-path=\"\(endpoint.prefix)\(endpoint.path)\""))
            }
            for body in OpenAPI.bodies {
                #expect(page.contains("id=\"schema-\(body.schemaName)\""))
            }
            for outside in ["src=", "@import", "url(", "http-equiv", " style=", " onclick"] {
                #expect(!page.contains(outside), "\(outside)")
            }
            // Addresses stand in examples only, never in a link.
            #expect(page.matches(of: /href="(?!#|\/openapi\.json")/).isEmpty)
        }
    }

    @Test("every link within the page leads somewhere")
    func anchors() {
        let page = DocsPage.html
        let ids = Set(page.matches(of: /\bid="([^"]+)"/).map { String($0.1) })
        let links = page.matches(of: /href="#([^"]+)"/).map { String($0.1) }
        #expect(ids.count > Endpoints.all.count)
        for link in links { #expect(ids.contains(link), "\(link)") }
    }

    @Test("the page's policy lets its own style and script run and nothing else")
    func policy() async throws {
        try await TestSite.with { site in
            let reply = try await site.send(Endpoints.docs, [])
            let policy = try #require(reply.header("Content-Security-Policy"))
            #expect(policy.hasPrefix("default-src 'none'; "))
            #expect(!policy.contains("unsafe") && !policy.contains("*"))
            #expect(reply.header("X-Content-Type-Options") == "nosniff")
            for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
                let opening = try #require(reply.text.range(of: "<\(element)>"))
                let closing = try #require(reply.text.range(of: "</\(element)>"))
                let text = reply.text[opening.upperBound..<closing.lowerBound]
                let digest = Data(RandomSecrets().digest(String(text))).base64EncodedString()
                #expect(policy.contains("\(directive) 'sha256-\(digest)'"))
            }
        }
    }

    @Test("what is shown is text, whatever is in it")
    func escaping() {
        #expect(DocsPage.escaped("<b a='\"'>&") == "&lt;b a=&#39;&quot;&#39;&gt;&amp;")
        #expect(DocsPage.worded("needs `a<b>` & c") == "needs <code>a&lt;b&gt;</code> &amp; c")
    }
}
