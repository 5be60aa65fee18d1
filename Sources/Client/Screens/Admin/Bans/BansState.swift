package import API
import Cells

/// Who is kept out beyond members: addresses, and clients by how their peer ids begin.
package struct BansState: Equatable, Sendable {
    package enum Kind: CaseIterable, Hashable, Sendable {
        case addresses, clients
    }

    /// Which of the two lists is shown.
    package var kind = Kind.addresses
    package var addresses = PagedList<AddressBanBody>()
    package var clients = PagedList<ClientBanBody>()
    package var addressMarks = Marks<Int64>()
    package var clientMarks = Marks<Int64>()

    package init() {}

    /// The one under the cursor, whatever is banned.
    package var current: BanRow? {
        switch kind {
        case .addresses: addresses.current.map(BanRow.init)
        case .clients: clients.current.map(BanRow.init)
        }
    }

    package var failure: CommunityFailure? {
        kind == .addresses ? addresses.failure : clients.failure
    }

    package var hasAnswer: Bool {
        kind == .addresses ? addresses.hasAnswer : clients.hasAnswer
    }

    package var count: Int {
        kind == .addresses ? addresses.items.count : clients.items.count
    }

    mutating func move(_ motion: Motion, height: Int) {
        switch kind {
        case .addresses: addresses.move(motion, height: height)
        case .clients: clients.move(motion, height: height)
        }
    }

    mutating func settle(height: Int) {
        addresses.settle(height: height)
        clients.settle(height: height)
    }

    func window(height: Int) -> ListWindow {
        kind == .addresses ? addresses.window(height: height) : clients.window(height: height)
    }
}
