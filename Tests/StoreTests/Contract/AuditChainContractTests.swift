import Domain
import Service
import Testing

@testable import Store

/// The audit log as a chain: whoever changes it behind the server's back is found out.
@Suite(.inTurn) struct AuditChainContractTests {
    private func written(_ count: Int, _ stage: StoreStage) async throws {
        for number in 1...count {
            try await stage.store.change(to: .initial, audit: stage.audit("act.\(number)"))
        }
    }

    private func verdict(
        _ engine: TestEngine, after tampering: [String], entries: Int = 5
    ) async throws -> AuditVerdict {
        let stage = try await StoreStage(engine)
        try await written(entries, stage)
        for sql in tampering { try await stage.tamper(sql) }
        let verdict = try await stage.store.verifyAudit()
        try await stage.store.close()
        return verdict
    }

    @Test("a log that nobody touched holds, empty or not", arguments: TestEngine.all)
    func sound(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            guard case .sound(0, _) = try await stage.store.verifyAudit() else {
                Issue.record("an empty log should hold")
                return
            }
            try await written(3, stage)
            guard case .sound(3, let hash) = try await stage.store.verifyAudit() else {
                Issue.record("the log should hold")
                return
            }
            #expect(hash.count == 64)
        }
    }

    @Test("a longer log than a page is walked to its end", arguments: TestEngine.all)
    func pages(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await stage.engine.write { db in
                for _ in 0..<2001 { try AuditChain.append(stage.audit(), db) }
            }
            guard case .sound(2001, _) = try await stage.store.verifyAudit() else {
                Issue.record("the log should hold")
                return
            }
            try await stage.tamper("update audit set subject = 'x' where number = 1500")
            #expect(try await stage.store.verifyAudit() == .broken(.altered(number: 1500)))
        }
    }

    @Test(
        "a change to any field of an entry is found", arguments: TestEngine.all,
        [
            "at = at + 1", "actor_id = 2", "actor_name = 'eve'", "act = 'user.unbanned'",
            "subject = 'nothing'", "reason = null", "reason = 'because'", "before_act = null",
            "after_act = ''", "min_role_weight = 1", "address = '::1'", "hash = null",
        ])
    func altered(engine: TestEngine, change: String) async throws {
        let verdict = try await verdict(
            engine, after: ["update audit set \(change) where number = 3"])
        #expect(verdict == .broken(.altered(number: 3)))
    }

    @Test("an entry that was taken out is named", arguments: TestEngine.all)
    func removed(engine: TestEngine) async throws {
        let verdict = try await verdict(engine, after: ["delete from audit where number = 3"])
        #expect(verdict == .broken(.missing(number: 3)))
    }

    @Test("closing the gap does not help", arguments: TestEngine.all)
    func closed(engine: TestEngine) async throws {
        let verdict = try await verdict(
            engine,
            after: [
                "delete from audit where number = 3",
                "update audit set number = 3 where number = 4",
                "update audit set number = 4 where number = 5",
            ])
        #expect(verdict == .broken(.altered(number: 3)))
    }

    @Test("entries that changed places are found", arguments: TestEngine.all)
    func reordered(engine: TestEngine) async throws {
        let verdict = try await verdict(
            engine,
            after: [
                "update audit set number = 99 where number = 2",
                "update audit set number = 2 where number = 3",
                "update audit set number = 3 where number = 99",
            ])
        #expect(verdict == .broken(.altered(number: 2)))
    }

    @Test("an end that was cut off is missed", arguments: TestEngine.all)
    func cutOff(engine: TestEngine) async throws {
        #expect(
            try await verdict(engine, after: ["delete from audit where number > 3"])
                == .broken(.cutOff(found: 3, kept: 5)))
        #expect(
            try await verdict(engine, after: ["delete from audit"])
                == .broken(.cutOff(found: 0, kept: 5)))
        #expect(
            try await verdict(engine, after: ["delete from audit_tail"])
                == .broken(.cutOff(found: 5, kept: nil)))
    }

    @Test("an entry put in behind the server's back is found", arguments: TestEngine.all)
    func inserted(engine: TestEngine) async throws {
        let copied =
            "insert into audit (at, actor_id, actor_name, act, subject, number, hash) "
            + "select at, actor_id, actor_name, act, subject"
        guard
            case .broken(.unnumbered) = try await verdict(
                engine, after: ["\(copied), null, null from audit where number = 1"])
        else {
            Issue.record("a row without a number should be found")
            return
        }
        #expect(
            try await verdict(engine, after: ["\(copied), 6, hash from audit where number = 5"])
                == .broken(.altered(number: 6)))
    }

    @Test("a log that lost its last record takes no more entries", arguments: TestEngine.all)
    func noTail(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await written(2, stage)
            try await stage.tamper("delete from audit_tail")
            await #expect(throws: SQLFault.unexpected("audit_tail")) {
                try await stage.store.change(to: .initial, audit: stage.audit())
            }
        }
    }

    @Test(
        "entries written at the same time follow each other without a gap",
        arguments: TestEngine.all)
    func concurrent(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...24 {
                    group.addTask {
                        try await stage.account("u\(number)", audited: stage.audit("a.\(number)"))
                    }
                }
                try await group.waitForAll()
            }
            guard case .sound(24, _) = try await stage.store.verifyAudit() else {
                Issue.record("\(try await stage.store.verifyAudit())")
                return
            }
            let entries = try await stage.store.audit(
                before: nil, visibleTo: .superAdmin, limit: 50)
            #expect(entries.map(\.id) == (1...24).reversed().map { Int64($0) })
            #expect(Set(entries.map(\.entry.act)).count == 24)
        }
    }

    @Test("an act that was not carried out leaves no entry", arguments: TestEngine.all)
    func refused(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await stage.account("ana", audited: stage.audit("first"))
            await #expect(throws: StoreFailure.duplicate) {
                try await stage.account("ana", audited: stage.audit("second"))
            }
            #expect(try await stage.acts() == ["first"])
            guard case .sound(1, _) = try await stage.store.verifyAudit() else {
                Issue.record("the log should hold")
                return
            }
        }
    }

    @Test("a log moves with its site and still holds", arguments: TestEngine.all)
    func moved(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await written(4, stage)
            let file = try await SiteFile(of: stage.store)
            let sound = try await stage.store.verifyAudit()
            for other in TestEngine.all {
                let folder = try TemporaryFolder()
                let target = try await other.open(folder)
                _ = try await SiteImport(engine: target).run(file.source())
                let store = try await CommunityStore(engine: target)
                #expect(try await store.verifyAudit() == sound)
                try await store.change(to: .initial, audit: stage.audit())
                guard case .sound(5, _) = try await store.verifyAudit() else {
                    Issue.record("the log should hold")
                    return
                }
                try await store.close()
            }
        }
    }
}

extension StoreStage {
    fileprivate func account(_ name: String, audited audit: AuditEntry) async throws {
        _ = try await store.create(
            NewAccount(
                username: try Self.name(name), passwordHash: "hash", roleID: BuiltInRoles.member,
                passkey: .random(), createdAt: Self.start), audit: audit)
    }
}
