import API

/// One endpoint on the page, with a form that calls it.
struct DocsEndpoint {
    private let endpoint: any AnyEndpoint

    init(_ endpoint: any AnyEndpoint) { self.endpoint = endpoint }

    var html: String {
        let method = endpoint.method.rawValue
        return """
            <details class="endpoint" id="\(endpoint.operationID)">
            <summary><b class="\(method.lowercased())">\(method)</b> \
            <code>\(DocsPage.escaped(path))</code> \
            <span>\(DocsPage.worded(endpoint.summary))</span></summary>
            <p>\(DocsPage.worded(endpoint.whoMayCall))</p>
            \(parameters)
            \(request)
            <h3>Answers</h3>
            \(answers)
            \(form)
            </details>
            """
    }

    private var path: String { endpoint.prefix + endpoint.path }

    private var parameters: String {
        let parameters = endpoint.query.parameters
        return parameters.isEmpty ? "" : "<h3>Query</h3>" + DocsSchema.table(parameters)
    }

    private var request: String {
        guard endpoint.takesBody else { return "" }
        return "<h3>Body: \(link(endpoint.body))</h3>" + DocsSchema.table(endpoint.body.schema)
    }

    private var answers: String {
        let success: String
        switch endpoint.media {
        case .json where endpoint.reply == Nothing.self: success = "nothing"
        case .json: success = link(endpoint.reply)
        case .events:
            success = "<code>\(endpoint.media.type)</code>, each event a \(link(endpoint.reply))"
        case .document, .torrent, .text, .page: success = "<code>\(endpoint.media.type)</code>"
        }
        let refusals = endpoint.everyRefusal.map { refusal in
            "<tr><th scope=\"row\">\(refusal.status)</th><td>"
                + refusal.codes.map { "<code>\($0)</code>" }.joined(separator: " ") + "</td></tr>"
        }
        return "<div class=\"wide\"><table><tr><th scope=\"row\">\(endpoint.status)</th>"
            + "<td>\(success)</td></tr>\(refusals.joined())</table></div>"
    }

    /// Shown by the script: without it, it could do nothing.
    private var form: String {
        let ids = endpoint.pathParameters.map { name in
            label(name, "<input data-in=\"path\" name=\"\(name)\" inputmode=\"numeric\" required>")
        }
        let queries = endpoint.query.parameters.map { parameter in
            label(
                parameter.name,
                "<input data-in=\"query\" name=\"\(parameter.name)\" "
                    + "placeholder=\"\(DocsPage.escaped(parameter.fallback ?? ""))\">")
        }
        let body =
            endpoint.takesBody
            ? label(
                "Body",
                "<textarea name=\"body\" rows=\"8\" spellcheck=\"false\">"
                    + DocsPage.escaped(endpoint.body.exampleJSON?.indented ?? "") + "</textarea>")
            : ""
        return """
            <form class="call" hidden data-method="\(endpoint.method.rawValue)" \
            data-path="\(DocsPage.escaped(path))">
            <h3>Try it</h3>
            \((ids + queries).joined())\(body)
            <button>Send</button> <button type="reset" hidden>Stop</button>
            <pre class="answer" hidden></pre>
            </form>
            """
    }

    private func label(_ name: String, _ field: String) -> String {
        "<label>\(DocsPage.escaped(name)) \(field)</label>"
    }

    private func link(_ type: any Described.Type) -> String {
        let name = DocsPage.escaped(type.schemaName)
        return "<a href=\"#schema-\(name)\">\(name)</a>"
    }
}
