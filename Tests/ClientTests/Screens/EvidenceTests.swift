import API
import Cells
import Client
import Domain
import Testing

/// The console's section of evidence.
@Suite struct EvidenceTests {
    @Test("the section asks for both lists, and for the whole of the case under the cursor")
    func asking() {
        var stage = Sample.signedIn("root", as: BuiltInRoles.superAdmin)
        stage.press("4")
        while stage.state.admin.section != .evidence {
            stage.settle()
            stage.press(.down)
        }
        #expect(
            stage.effects == [
                .fetchEvidence(EvidenceQuery(page: PageQuery(limit: 100))),
                .fetchEvidence(EvidenceQuery(state: .closed, page: PageQuery(limit: 100))),
            ])
        stage.settle()
        stage.send(
            .evidenceFetched(
                EvidenceQuery(page: PageQuery(limit: 100)),
                .success(Page(items: Sample.evidence))))
        #expect(stage.effects == [.fetchEvidenceCase(7)])
        stage.settle()
        stage.press(.enter, .down)
        #expect(stage.effects == [.fetchEvidenceCase(6)])
        // What comes late for another case is not shown.
        stage.send(.evidenceCaseFetched(7, .success(Sample.evidenceCase(Sample.evidence[0]))))
        #expect(stage.state.admin.evidence.currentDetail == nil)
    }

    @Test("the section is there for those who may judge, and for nobody else")
    func permission() {
        let sections = { (role: RoleID) in Sample.signedIn(as: role).state.adminSections }
        #expect(sections(BuiltInRoles.admin).contains(.evidence))
        #expect(!sections(BuiltInRoles.gerente).contains(.evidence))
    }

    @Test("what was claimed, what of it is explained and the announces behind it are shown")
    func detail() {
        let stage = Sample.admin(.evidence)
        for text in ["85", "bruno", "nobody got that much", "-qB4650-", "carla", "started"] {
            #expect(stage.shows(text), "\(text)")
        }
        #expect(stage.shows("an entry you do not see"))
    }

    @Test(
        "a case is judged with a reason",
        arguments: [("x", EvidenceVerdict.dismissed), ("c", .confirmed)])
    func judging(key: String, verdict: EvidenceVerdict) {
        var stage = Sample.admin(.evidence)
        stage.press(Key.character(Character(key)))
        stage.press(.enter)
        #expect(stage.effects.isEmpty, "a reason is asked for")
        stage.type("said so")
        stage.press(.enter)
        #expect(
            stage.effects == [
                .reviewEvidence(7, NewEvidenceReview(verdict: verdict, reason: "said so"))
            ])
        stage.settle()
        stage.send(.evidenceReviewed(7, .success(Sample.evidenceCase(Sample.evidence[0]))))
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.effects.count == 3, "both lists and the case are asked for again")
    }

    @Test("a case that somebody else judged first is said to be so, and the lists come anew")
    func quicker() {
        var stage = Sample.admin(.evidence)
        stage.press("c")
        stage.type("said so")
        stage.press(.enter)
        let failure = CommunityFailure(
            .refused, code: "already_reviewed", "Somebody has judged this case already.")
        stage.settle()
        stage.send(.evidenceReviewed(7, .failure(failure)))
        #expect(stage.shows("Somebody has judged this case already."))
        #expect(stage.effects.count == 3)
    }

    @Test("what was judged is not judged again, and nothing acts on nothing")
    func objections() {
        var stage = Sample.admin(.evidence)
        stage.press("o")
        #expect(stage.state.objection(to: .confirmEvidence) != nil)
        stage.settle()
        stage.press("c")
        #expect(stage.state.overlays.isEmpty && stage.effects.isEmpty)
        stage.press("o")
        #expect(stage.state.objection(to: .confirmEvidence) == nil)
    }
}
