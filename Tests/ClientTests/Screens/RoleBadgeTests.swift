import API
import Cells
import Client
import Domain
import Testing

@Suite struct RoleBadgeTests {
    private func tint(of text: String, _ stage: Stage) throws -> Tint {
        let grid = view(stage.state)
        for y in 0..<grid.height {
            let line = grid.row(y).map(\.text).joined()
            guard let range = line.firstRange(of: text) else { continue }
            let before = line[..<range.lowerBound].count
            return grid[before + 1, y].style.foreground
        }
        throw Missing()
    }

    private struct Missing: Error {}

    @Test("a role stands in brackets beside its name, the same colour for the same weight")
    func rule() throws {
        let stage = Sample.admin(.users, width: 160, height: 40)
        #expect(try tint(of: "[SuperAdmin]", stage) == .meaning(.warning))
        #expect(try tint(of: "[Admin]", stage) == .meaning(.accent))
        #expect(try tint(of: "[Gerente]", stage) == .meaning(.upload))
        #expect(try tint(of: "[Supervisor]", stage) == .meaning(.download))
        #expect(try tint(of: "[Member]", stage) == .meaning(.text))
    }

    @Test("in the header, and beside the uploader in the detail")
    func places() throws {
        let stage = Sample.catalog()
        #expect(stage.shows("maria [Gerente] · ratio 1.84"))
        #expect(stage.shows("ana [Admin] · "))
        // The detail names the role alone; its weight comes from the community's roles.
        #expect(try tint(of: "[Admin]", stage) == .meaning(.accent))
    }
}
