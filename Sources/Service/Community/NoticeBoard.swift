package import Domain
import Synchronization

/// Who may learn of a notice.
package enum Audience: Hashable, Sendable {
    case everyone
    case user(UserID)
    /// Whoever signed in so, and no other session of theirs.
    case session(_ family: String)
    /// Whoever asks with this key.
    case key(APIKeyID)
    case holders(of: Permission)
    /// For whom the entry exists.
    case viewers(of: EntryRecord)
    /// Both: staff that may approve, and may see the entry at all.
    case approvers(of: EntryRecord)
    /// Those of these for whom the entry exists.
    case participants(Set<UserID>, of: EntryRecord)
    /// Whoever asks from one of these.
    case addresses(AddressRange)

    package func includes(_ caller: Caller) -> Bool {
        let actor = caller.actor
        return switch self {
        case .everyone: true
        case .user(let id): actor.id == id
        case .session(let family): caller.family == family
        case .key(let id): caller.credential == .key(id)
        case .holders(let permission): actor.may(permission)
        case .viewers(let entry): Visibility.shows(entry, to: actor)
        case .approvers(let entry):
            actor.may(.uploadsApprove) && Visibility.shows(entry, to: actor)
        case .participants(let users, let entry):
            users.contains(actor.id) && Visibility.shows(entry, to: actor)
        case .addresses(let range): actor.address.map(range.contains) ?? false
        }
    }
}

/// Something happened that open event streams should tell.
package struct Notice: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case uploadPending, catalogApproved, catalogRejected, catalogDeleted, swarmChanged
        case catalogSentBack, catalogChanged, torrentDeleted
        case ratioChanged, rolesChanged, userChanged, meChanged, sessionEnded
    }

    package let kind: Kind
    package let audience: Audience
    package let catalog: CatalogID?
    package let user: UserID?
    package let title: String?
    package let reason: String?

    package init(
        _ kind: Kind, to audience: Audience, catalog: CatalogID? = nil, user: UserID? = nil,
        title: String? = nil, reason: String? = nil
    ) {
        self.kind = kind
        self.audience = audience
        self.catalog = catalog
        self.user = user
        self.title = title
        self.reason = reason
    }
}

/// Hands each notice to every open event stream. Who may see it is decided by the reader of the
/// stream, with its role as it stands at that moment.
package final class NoticeBoard: Sendable {
    /// A stream that does not read loses its oldest notices rather than the server's memory.
    private static let backlog = 256

    private struct Readers {
        var next = 0
        var open: [Int: AsyncStream<Notice>.Continuation] = [:]
    }

    private let readers = Mutex(Readers())

    package init() {}

    package var isRead: Bool { readers.withLock { !$0.open.isEmpty } }

    package func post(_ notice: Notice) {
        let open = readers.withLock { Array($0.open.values) }
        for reader in open { reader.yield(notice) }
    }

    package func stream() -> AsyncStream<Notice> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Notice.self, bufferingPolicy: .bufferingNewest(Self.backlog))
        let id = readers.withLock { readers in
            readers.next += 1
            readers.open[readers.next] = continuation
            return readers.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.readers.withLock { _ = $0.open.removeValue(forKey: id) }
        }
        return stream
    }

    /// Ends every stream: the server is going down.
    package func close() {
        let open = readers.withLock { readers in
            defer { readers.open = [:] }
            return Array(readers.open.values)
        }
        for reader in open { reader.finish() }
    }
}
