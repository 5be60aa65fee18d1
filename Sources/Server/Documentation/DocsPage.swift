import API
import CSodium
import Foundation

/// The documentation for people: one page, made from the endpoints, that asks nobody else for
/// anything and can be read without its script.
enum DocsPage {
    static let html: String = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>Enxame: the API</title>
        <style>\(style)</style>
        </head>
        <body>
        <header>
        <h1>Enxame: the API</h1>
        <p>A private BitTorrent community. Paths stand as they are called; bodies are JSON. For \
        programs, the same is at <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>
        <p>Whoever may not see something is told that it does not exist (404). Every error is \
        <a href="#schema-Problem">application/problem+json</a> with a stable <code>code</code>.</p>
        <form id="sign-in" hidden>
        <label>Name <input name="username" autocomplete="username" required></label>
        <label>Password <input name="password" type="password" autocomplete="current-password" \
        required></label>
        <button>Sign in</button>
        <output></output>
        </form>
        </header>
        <nav aria-label="Sections"><ul>\(contents)</ul></nav>
        <main>
        \(groups)
        <section id="schemas"><h2>Bodies</h2>
        \(schemas)
        </section>
        </main>
        <script>\(script)</script>
        </body>
        </html>
        """

    /// Nothing from elsewhere, nothing inline but these two, calls to this server only.
    static let policy = [
        "default-src 'none'", "style-src '\(digest(style))'", "script-src '\(digest(script))'",
        "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    /// As CSP level 3 names the text of an element.
    private static func digest(_ text: String) -> String {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        let bytes = Array(text.utf8)
        // It has no way to fail.
        _ = crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return "sha256-" + Data(digest).base64EncodedString()
    }

    private static var contents: String {
        Endpoints.groups.map { group in
            "<li><a href=\"#group-\(escaped(group.name))\">\(escaped(group.name))</a></li>"
        }.joined() + "<li><a href=\"#schemas\">Bodies</a></li>"
    }

    private static var groups: String {
        Endpoints.groups.map { group in
            """
            <section id="group-\(escaped(group.name))"><h2>\(escaped(group.name))</h2>
            <p>\(escaped(group.summary))</p>
            \(group.endpoints.map { DocsEndpoint($0).html }.joined(separator: "\n"))
            </section>
            """
        }.joined(separator: "\n")
    }

    private static var schemas: String {
        OpenAPI.bodies.map { body in
            """
            <details id="schema-\(escaped(body.schemaName))">
            <summary><code>\(escaped(body.schemaName))</code></summary>
            \(DocsSchema.table(body.schema))
            \(DocsSchema.example(of: body))
            </details>
            """
        }.joined(separator: "\n")
    }

    static func escaped(_ text: some StringProtocol) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// As `escaped`, with `code` between backticks.
    static func worded(_ text: String) -> String {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .map { $0 % 2 == 0 ? escaped($1) : "<code>\(escaped($1))</code>" }
            .joined()
    }
}
