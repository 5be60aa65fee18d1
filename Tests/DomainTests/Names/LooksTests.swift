import Domain
import Testing

@Suite struct LooksTests {
    @Test(
        "names that a reader takes for one another look alike",
        arguments: [
            ("Admin", "admin"), ("Admin", "ＡＤＭＩＮ"), ("Admin", "\u{410}dmin"), ("admin", "adm1n"),
            ("admin", "admln"), ("admin", "adrnin"), ("root", "r00t"), ("owner", "ovvner"),
            ("Gerente", "G\u{435}r\u{435}nte"), ("HELP", "\u{397}\u{395}LP"),
            ("\u{41D}\u{41E}\u{422}", "\u{43D}\u{43E}\u{442}"), ("HOT", "\u{41D}\u{41E}\u{422}"),
            ("São", "Sa\u{303}o"), ("\u{3A6}", "\u{3C6}"), ("ﬁscal", "fiscal"), ("v2", "v\u{662}"),
            ("paypal", "\u{440}\u{430}ypal"), ("ana1", "anal"), ("IO", "l0"),
        ])
    func alike(first: String, second: String) {
        #expect(Looks(first).isLike(Looks(second)))
        #expect(Looks(second).isLike(Looks(first)))
    }

    @Test(
        "names that differ look different",
        arguments: [
            ("ana", "bia"), ("Gerente", "Gerênte"), ("Member", "Members"), ("ana", "anna"),
            ("東京", "京都"), ("Team 2", "Team 3"), ("ana-silva", "ana_silva"), ("a", ""),
        ])
    func different(first: String, second: String) {
        #expect(!Looks(first).isLike(Looks(second)))
    }

    @Test("no two built-in roles look alike")
    func builtIn() {
        let names = BuiltInRoles.all.map(\.name.rawValue)
        for (index, name) in names.enumerated() {
            for other in names[(index + 1)...] { #expect(!Looks(name).isLike(Looks(other))) }
        }
    }
}
