import API
import Domain
import Service
import Testing

/// What roles ask of their members, from the API to the announce.
@Suite(.everyEngine) struct MemberLimitTests {
    @discardableResult
    private func set(_ patch: RolePatch, of role: RoleID, _ site: TestSite) async throws -> RoleBody
    {
        try await site.call(Endpoints.changeRole, role.rawValue, body: patch, as: site.admin)
    }

    @Test("a role says its own, hands it down, and gives it back with null")
    func inherited() async throws {
        try await TestSite.with { site in
            let sara = try await site.member("sara", role: BuiltInRoles.supervisor)
            let limits = {
                let stats = try await site.call(Endpoints.me, as: sara).stats
                return MemberLimits(
                    RoleLimits(
                        requiredRatio: stats.requiredRatio, graceBytes: stats.graceBytes,
                        downloadSlots: stats.downloadSlots ?? 0), .initial)
            }
            let asked = { (ratio: Double, grace: Int64, slots: Int) in
                MemberLimits(
                    RoleLimits(
                        requiredRatio: ratio, graceBytes: ByteCount(clamping: grace),
                        downloadSlots: slots), .initial)
            }
            #expect(try await limits() == asked(0.6, 5 << 30, 0))
            let member = try await set(
                RolePatch(requiredRatio: .to(0.25), downloadSlots: .to(4)),
                of: BuiltInRoles.member, site)
            #expect(member.requiredRatio == 0.25 && member.downloadSlots == 4)
            #expect(member.graceBytes == nil && member.limits?.graceBytes.bytes == 5 << 30)
            #expect(try await limits() == asked(0.25, 5 << 30, 4))
            let supervisor = try await set(
                RolePatch(graceBytes: .to(.zero), downloadSlots: .to(0)),
                of: BuiltInRoles.supervisor, site)
            #expect(supervisor.requiredRatio == nil && supervisor.limits?.requiredRatio == 0.25)
            #expect(try await limits() == asked(0.25, 0, 0))
            let listed = try await site.call(Endpoints.roles, as: sara).items
            #expect(listed.contains(supervisor) && listed.contains(member))
            // What is left out stays; what is null goes.
            try await set(RolePatch(requiredRatio: .removed), of: BuiltInRoles.member, site)
            let kept = try await site.call(Endpoints.roles, as: sara).items
                .first { $0.id == BuiltInRoles.member }
            #expect(kept?.requiredRatio == nil && kept?.downloadSlots == 4)
            #expect(try await limits() == asked(0.6, 0, 0))
            let log = try await site.call(Endpoints.audit, as: site.admin).items
            #expect(log.first?.before?.hasSuffix("ratio 0.25, slots 4") == true)
            let fresh = try await site.call(
                Endpoints.createRole,
                body: NewRole(
                    name: "Rede", weight: RoleWeight(clamping: 50), parentId: nil,
                    limits: RoleLimits(requiredRatio: 2)), as: site.admin)
            #expect(fresh.requiredRatio == 2)
        }
    }

    @Test("limits out of bounds are refused by name")
    func bounds() async throws {
        try await TestSite.with { site in
            let bad: [(RolePatch, String)] = [
                (RolePatch(requiredRatio: .to(-0.1)), "invalid_required_ratio"),
                (RolePatch(requiredRatio: .to(100.5)), "invalid_required_ratio"),
                (
                    RolePatch(graceBytes: .to(ByteCount(clamping: (1 << 50) + 1))),
                    "invalid_grace_bytes"
                ),
                (RolePatch(downloadSlots: .to(-1)), "invalid_download_slots"),
                (RolePatch(downloadSlots: .to(10_001)), "invalid_download_slots"),
            ]
            for (patch, code) in bad {
                let refusal = try await site.refusal(
                    Endpoints.changeRole, BuiltInRoles.member.rawValue, body: patch, as: site.admin)
                #expect(refusal.code == code)
            }
        }
    }

    @Test("the ratio of the role decides whether a download starts")
    func ratio() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            let hash = try await site.publish(1, by: site.admin).summary.infoHash
            try await site.call(
                Endpoints.adjustRatio, ana.id.rawValue,
                body: RatioAdjustment(bytesUp: 10, bytesDown: 1000, reason: "x"), as: site.admin)
            try await set(
                RolePatch(requiredRatio: .to(0.5), graceBytes: .to(ByteCount(clamping: 999))),
                of: BuiltInRoles.member, site)
            let refused = try await live.announce(ana, hash, left: 5)
            #expect(
                refused.failure
                    == "You owe 490 B of upload before you start another download "
                    + "(required ratio 0.5). You may always seed.")
            try await set(
                RolePatch(graceBytes: .to(ByteCount(clamping: 1000))), of: BuiltInRoles.member, site
            )
            #expect(try await live.announce(ana, hash, left: 5).failure == nil)
        }
    }

    @Test("a role's slots bound the downloads at once, and never what is seeded")
    func slots() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            var hashes: [InfoHash] = []
            for number in 1...4 {
                hashes.append(try await site.publish(number, by: site.admin).summary.infoHash)
            }
            try await set(RolePatch(downloadSlots: .to(2)), of: BuiltInRoles.member, site)
            for hash in hashes.prefix(2) {
                #expect(try await live.announce(ana, hash, left: 5).failure == nil)
            }
            let refused = try await live.announce(ana, hashes[2], left: 5)
            #expect(
                refused.failure
                    == "You download 2 torrents already, as many as you may at once: finish or stop "
                    + "one first. You may always seed.")
            #expect(refused.saysWhenToRetry)
            #expect(try await live.announce(ana, hashes[3], left: 0).failure == nil)
            // Those under way go on, also when the limit is lowered.
            try await set(RolePatch(downloadSlots: .to(1)), of: BuiltInRoles.member, site)
            site.clock.advance(by: 1800)
            for hash in hashes.prefix(2) {
                #expect(try await live.announce(ana, hash, left: 5, event: nil).failure == nil)
            }
            #expect(try await live.announce(ana, hashes[0], event: "completed").failure == nil)
            #expect(try await live.announce(ana, hashes[2], left: 5).failure != nil)
            #expect(
                try await live.announce(ana, hashes[1], left: 5, event: "stopped").failure == nil)
            #expect(try await live.announce(ana, hashes[2], left: 5).failure == nil)
            // A torrent that was stopped needs a slot again.
            #expect(try await live.announce(ana, hashes[1], left: 5).failure != nil)
            // Whoever went silent gives theirs back.
            site.clock.advance(by: 2 * 3600)
            #expect(try await live.announce(ana, hashes[1], left: 5).failure == nil)
        }
    }

    @Test("the settings' slots are for every role that says nothing else")
    func settings() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            let changed = try await site.call(
                Endpoints.changeSettings, body: SettingsPatch(downloadSlots: 1), as: site.admin)
            #expect(changed.downloadSlots == 1)
            for (number, isFull) in [(1, false), (2, true)] {
                let hash = try await site.publish(number, by: site.admin).summary.infoHash
                #expect(
                    try await (live.announce(ana, hash, left: 5).failure != nil) == isFull)
            }
            for (patch, code) in [
                (SettingsPatch(downloadSlots: -1), "invalid_download_slots"),
                (SettingsPatch(seedingHours: 87_601), "invalid_seeding_hours"),
                (SettingsPatch(seedingRatioPercent: -1), "invalid_seeding_ratio_percent"),
            ] {
                #expect(
                    try await site.refusal(
                        Endpoints.changeSettings, body: patch, as: site.admin
                    ).code == code)
            }
        }
    }
}
