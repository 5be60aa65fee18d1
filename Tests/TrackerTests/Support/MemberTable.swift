import Domain
import Tracker

/// Members by identity and by position, so that a random choice is a random position.
struct MemberTable {
    private(set) var members: [ModelMember] = []
    private var places: [SwarmMember.Identity: Int] = [:]

    subscript(identity: SwarmMember.Identity) -> ModelMember? {
        places[identity].map { members[$0] }
    }

    mutating func set(_ member: ModelMember) {
        if let place = places[member.identity] {
            members[place] = member
        } else {
            places[member.identity] = members.count
            members.append(member)
        }
    }

    /// The last one takes the place of the one removed.
    @discardableResult
    mutating func remove(_ identity: SwarmMember.Identity) -> ModelMember? {
        guard let place = places.removeValue(forKey: identity) else { return nil }
        let removed = members[place]
        let last = members.removeLast()
        if last.identity != identity {
            members[place] = last
            places[last.identity] = place
        }
        return removed
    }
}
