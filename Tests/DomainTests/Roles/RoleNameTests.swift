import Domain
import Testing

@Suite struct RoleNameTests {
    @Test(
        "a role's name is cleaned",
        arguments: [
            ("Gerente Regional", "Gerente Regional"),
            ("  Gerente \t Regional\n", "Gerente Regional"),
            ("Ad\u{202E}min", "Admin"), ("Admin\u{200D}", "Admin"),
            ("\u{1B}[31mAdmin", "[31mAdmin"),
            ("東京", "東京"), (String(repeating: "á", count: 40), String(repeating: "á", count: 40)),
        ])
    func cleaned(text: String, name: String) {
        #expect(RoleName(rawValue: text)?.rawValue == name)
    }

    @Test(
        "a name that cannot be seen, or is too long, is none",
        arguments: [
            "", " \n\t", "\u{200D}", "\u{200B}\u{FEFF}", "\u{3164}", "\u{2800}", "\u{FE0F}",
            "\u{E0041}", String(repeating: "x", count: 41),
            "a" + String(repeating: "\u{301}", count: 5000),
        ])
    func refused(text: String) {
        #expect(RoleName(rawValue: text) == nil)
    }
}
