import Store
import Testing

@Suite("Database URLs", .inTurn)
struct DatabaseURLTests {
    private static func mysql(_ text: String) throws -> MySQLAddress {
        guard case .mysql(let address) = try DatabaseURL(text) else { throw WrongURL() }
        return address
    }

    @Test(
        "a file is named as it is or as others write it",
        arguments: [
            ("sqlite:enxame.sqlite", "enxame.sqlite"), ("sqlite:/var/e.sqlite", "/var/e.sqlite"),
            ("sqlite:///var/e.sqlite", "/var/e.sqlite"), ("SQLite:a b?c", "a b?c"),
        ])
    func sqlite(text: String, path: String) throws {
        #expect(try DatabaseURL(text) == .sqlite(path: path))
    }

    @Test("a server is named with all that is asked for")
    func server() throws {
        let address = try Self.mysql(
            "mysql://ana:a%40b%2Fc%3F@db1,db2:3307,[::1]:3308/site?tls=verify&ca=/a%20b.pem&pool=3")
        #expect(address.user == "ana")
        #expect(address.password == "a@b/c?")
        #expect(
            address.hosts == [
                .init(name: "db1", port: 3306), .init(name: "db2", port: 3307),
                .init(name: "::1", port: 3308),
            ])
        #expect(address.database == "site")
        #expect(address.tls == .verify)
        #expect(address.authorities == "/a b.pem")
        #expect(address.pool == 3)
    }

    @Test("what is not said is as usual")
    func usual() throws {
        let address = try Self.mysql("mariadb://ana@db/site")
        #expect(address.password == "")
        #expect(address.hosts == [.init(name: "db", port: 3306)])
        #expect(address.tls == .preferred)
        #expect(address.pool == 8)
        #expect(try Self.mysql("mysql://a:b@/site?socket=/run/m.sock").socket == "/run/m.sock")
    }

    @Test("a password that nobody encoded is read as it was meant")
    func notEncoded() throws {
        let address = try Self.mysql("mysql://ana:p@ss/w:rd@db/site")
        #expect(address.password == "p@ss/w:rd")
        #expect(address.hosts.map(\.name) == ["db"])
    }

    @Test("no description tells the password")
    func described() throws {
        let url = try DatabaseURL("mysql://ana:s3cret@db,[::1]:7/site?tls=required")
        #expect("\(url)" == "mysql://db:3306,[::1]:7/site")
        #expect("\(try DatabaseURL("sqlite:a"))" == "sqlite:a")
    }

    @Test(
        "what cannot be meant is refused in a sentence that tells no password",
        arguments: [
            ("", "sqlite:PATH or mysql://"), ("enxame.sqlite", "sqlite:PATH or mysql://"),
            ("postgres://a:s3cret@h/d", "sqlite:PATH or mysql://"),
            ("mysql:a:s3cret@h/d", "sqlite:PATH or mysql://"), ("sqlite:", "the path of a file"),
            ("mysql://h/d", "user:password@"), ("mysql://:s3cret@h/d", "a user"),
            ("mysql://a:s3cret@h", "the name of the database"),
            ("mysql://a:s3cret@h/", "the name of the database"),
            ("mysql://a:s3cret@h:0/d", "port “0”"), ("mysql://a:s3cret@h:65536/d", "port “65536”"),
            ("mysql://a:s3cret@h:+1/d", "port “+1”"), ("mysql://a:s3cret@h:/d", "port “”"),
            ("mysql://a:s3cret@h,,i/d", "host “”"), ("mysql://a:s3cret@/d", "host “”"),
            ("mysql://a:s3cret@[::1]x/d", "host “[::1]x”"),
            ("mysql://a:s3cret@h/d?tls=maybe", "off, preferred, required, verify"),
            ("mysql://a:s3cret@h/d?pool=0", "pool=0"), ("mysql://a:s3cret@h/d?ssl=1", "“ssl”"),
            ("mysql://a:s3cret@h/d?ca=", "“ca”"), ("mysql://a:s3cret%@h/d", "a lone %"),
            ("mysql://a:s3cret%zz@h/d", "a lone %"), ("mysql://a:s3cret%00@h/d", "no text"),
            ("mysql://a:s3cret%ff@h/d", "no text"), ("mysql://a:s3cret?@h/d", "user:password@"),
        ])
    func refused(text: String, why: String) {
        do {
            _ = try DatabaseURL(text)
            Issue.record("it was read: \(text)")
        } catch {
            #expect(error.description.contains(why), "\(error)")
            #expect(!error.description.contains("s3cret"))
        }
    }
}
