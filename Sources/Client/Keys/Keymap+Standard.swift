import Cells

extension Keymap {
    /// Keys by habit: vi and less for lists, rtorrent and lazygit for the rest.
    package static let standard = Keymap([
        .always: [
            Binding([.control("l")], .redraw),
            Binding([.control("z")], .suspend),
            Binding([.control("q"), .control("c")], .quit),
        ],
        .everywhere: [
            // A digit may also be a count, so it waits for a moment; the others do not.
            Binding([.character("1"), .alt("1")], .openCatalog),
            Binding([.character("2"), .alt("2"), .function(2)], .openTransfers),
            Binding([.character("3"), .alt("3"), .function(3)], .openRatio),
            Binding([.character("4"), .alt("4"), .function(4)], .openAdmin),
            Binding([.character("5"), .alt("5"), .function(5)], .openActivity),
            Binding([.tab], .focusNext),
            Binding([.backtab], .focusPrevious),
            Binding([.character("+")], .enlargePane),
            Binding([.character("_")], .reducePane),
            Binding([.character("u"), .alt("u")], .undo),
            Binding([.character("n")], .nextHit),
            Binding([.character("N")], .previousHit),
            Binding([.character(":")], .openPalette, hinted: true),
            Binding([.character("?"), .function(1)], .openHelp, hinted: true),
            Binding([.character("T")], .openThemes),
            Binding([.character("L")], .limitEverything),
            Binding([.character("C")], .openColumns),
            Binding([.character("A")], .openAccount),
            Binding([], .copyAnnounceURL, chords: [KeyChord(.character("y"), .character("u"))]),
            Binding([], .resetPasskey),
            Binding([], .toggleSecondFactor),
            Binding([], .endOtherSessions),
            Binding([], .newAPIKey),
            Binding([], .changePassword),
            Binding([], .signOut),
            Binding([.character("q"), .escape], .goBack),
            Binding([.character("Q")], .quit),
        ],
        .lists: [
            Binding([.down, .character("j")], .moveDown),
            Binding([.up, .character("k")], .moveUp),
            Binding([.pageDown, .control("f")], .pageDown),
            Binding([.pageUp, .control("b")], .pageUp),
            Binding([.control("d")], .halfPageDown),
            Binding([.control("u")], .halfPageUp),
            Binding([.character("g"), .home], .moveFirst),
            Binding([.character("G"), .end], .moveLast),
            Binding([], .rowToTop, chords: [KeyChord(.character("z"), .character("t"))]),
            Binding([], .rowToMiddle, chords: [KeyChord(.character("z"), .character("z"))]),
            Binding([], .rowToBottom, chords: [KeyChord(.character("z"), .character("b"))]),
        ],
        .signIn: [
            Binding([.enter], .activate, hinted: true),
            Binding([.down, .tab, .character("j")], .nextStop, hinted: true),
            Binding([.up, .backtab, .character("k")], .previousStop),
            Binding([.delete, .character("d")], .forgetServer, hinted: true),
            Binding([.escape], .goBack),
            Binding([.function(1), .character("?")], .openHelp, hinted: true),
            Binding([.control("q"), .control("c"), .character("Q")], .quit, hinted: true),
        ],
        .waiting: [
            Binding([.escape], .goBack, hinted: true),
            Binding([.control("q"), .control("c"), .character("Q")], .quit, hinted: true),
        ],
        .catalog: [
            Binding([.enter, .right, .character("l")], .showDetail, hinted: true),
            Binding([.character("d")], .download, hinted: true),
            Binding([.character("/")], .startSearch, hinted: true),
            Binding([.character("f")], .narrowSearch, hinted: true),
            Binding([.character("s")], .changeSort, hinted: true),
            Binding([.character("X")], .deleteEntry),
            Binding([], .copyTitle, chords: [KeyChord(.character("y"), .character("y"))]),
            Binding([], .copyHash, chords: [KeyChord(.character("y"), .character("h"))]),
        ],
        .entry: [
            Binding([.enter, .character("d")], .download, hinted: true),
            Binding([.left, .character("h"), .escape, .character("q")], .goBack, hinted: true),
        ],
        .marks: [
            Binding([.character(" ")], .toggleMark, hinted: true),
            Binding([.character("v")], .markRange),
            Binding([.character("*")], .invertMarks),
        ],
        .searching: [
            Binding([.enter, .tab], .activate, hinted: true),
            Binding([.escape], .clearSearch, hinted: true),
            Binding([.down], .moveDown, hinted: true),
            Binding([.up], .moveUp),
            Binding([.pageDown], .pageDown),
            Binding([.pageUp], .pageUp),
        ],
        // The list under the field comes before the results, Esc included.
        .suggesting: [
            Binding([.down, .tab], .nextSuggestion, hinted: true),
            Binding([.up, .backtab], .previousSuggestion),
            Binding([.escape], .closeSuggestions, hinted: true),
        ],
        .suggestion: [Binding([.enter], .takeSuggestion, hinted: true)],
        .proposal: [Binding([.enter], .takeProposal, hinted: true)],
        .transfers: [
            Binding([.character("p")], .togglePause, hinted: true),
            Binding([.character("d"), .delete], .removeTransfer, hinted: true),
            Binding([.character("D")], .removeWithData),
            Binding([.character("o")], .openFile, hinted: true),
            Binding([.enter], .showTransfer),
            Binding([], .copyTitle, chords: [KeyChord(.character("y"), .character("y"))]),
            Binding([], .copyHash, chords: [KeyChord(.character("y"), .character("h"))]),
        ],
        .ratio: [
            Binding([.character("[")], .shorterRange, hinted: true),
            Binding([.character("]")], .longerRange, hinted: true),
            // Found as one types, as everywhere behind this key.
            Binding([.character("/")], .pickUser, hinted: true),
            Binding([.character("m")], .showMine, hinted: true),
            Binding([.character("b")], .switchBoard, hinted: true),
            Binding([.character("s")], .orderBoard, hinted: true),
            Binding([.enter], .showLeader, hinted: true),
        ],
        .activity: [],
        .adminMenu: [
            Binding(
                [.enter, .right, .character("l"), .character(" ")], .enterSection, hinted: true)
        ],
        .admin: [
            Binding([.character("]")], .nextSection),
            Binding([.character("[")], .previousSection, hinted: true),
        ],
        .users: [
            Binding([.enter, .character("r")], .changeUserRole, hinted: true),
            Binding([.character("i")], .showMember, hinted: true),
            Binding([.character("a")], .adjustRatio, hinted: true),
            Binding([.character("b")], .toggleBan, hinted: true),
            Binding([.character("n")], .newMember, hinted: true),
            Binding([.character("/")], .searchUsers, hinted: true),
            Binding([.character("N")], .addNote),
            Binding([.character("F")], .removeMembersSecondFactor),
            Binding([.character("D"), .delete], .deleteMember, hinted: true),
        ],
        .roles: [
            Binding([.character("n")], .newRole, hinted: true),
            Binding([.enter, .character("e")], .editRole, hinted: true),
            Binding([.character("D"), .delete], .deleteRole, hinted: true),
        ],
        .approvals: [
            Binding([.character("a")], .approve, hinted: true),
            Binding([.character("x")], .reject, hinted: true),
            Binding([.character("b")], .sendBack, hinted: true),
        ],
        .evidence: [
            Binding([.character("x")], .dismissEvidence, hinted: true),
            Binding([.character("c")], .confirmEvidence, hinted: true),
            Binding([.character("o")], .switchEvidence, hinted: true),
        ],
        .bans: [
            Binding([.character("n")], .newBan, hinted: true),
            Binding([.character("D"), .delete], .liftBan, hinted: true),
            Binding([.character("c")], .switchBans, hinted: true),
        ],
        .invitations: [
            Binding([.character("n")], .newInvitation, hinted: true),
            Binding([.character("D"), .delete], .withdrawInvitation, hinted: true),
        ],
        .settings: [
            Binding([.enter, .character("e"), .character(" ")], .editSetting, hinted: true)
        ],
        .audit: [
            Binding([.enter], .showAuditEntry, hinted: true),
            Binding([.character("/")], .searchAudit, hinted: true),
            Binding([.character("f")], .filterAudit, hinted: true),
            Binding([.character("c")], .clearAuditFilter, hinted: true),
        ],
        .account: [
            Binding([.tab, .right, .character("l"), .character("]")], .nextSection, hinted: true),
            Binding([.backtab, .left, .character("h"), .character("[")], .previousSection),
            Binding([.escape, .character("q"), .character("A")], .dismiss, hinted: true),
            Binding([.character("?"), .function(1)], .openHelp),
        ],
        .ownAccount: [
            Binding([.enter, .character(" ")], .activate, hinted: true),
            Binding([.character("u")], .showAnnounceURL, hinted: true),
            Binding([.character("y")], .copyAnnounceURL, hinted: true),
            Binding([.character("r")], .resetPasskey),
            Binding([.character("p")], .changePassword),
            Binding([.character("f")], .toggleSecondFactor),
        ],
        .ownSessions: [
            Binding([.character("d"), .delete], .endSession, hinted: true),
            Binding([.character("D")], .endOtherSessions, hinted: true),
        ],
        .ownKeys: [
            Binding([.character("n")], .newAPIKey, hinted: true),
            Binding([.character("d"), .delete], .deleteAPIKey, hinted: true),
        ],
        // Esc does nothing: what is shown once must not go by reflex.
        .once: [
            Binding([.enter], .confirm, hinted: true),
            Binding([.character("y")], .copyShown, hinted: true),
        ],
        .form: [
            Binding([.enter, .control("s")], .save, hinted: true),
            Binding([.tab, .down], .nextStop, hinted: true),
            Binding([.backtab, .up], .previousStop),
            Binding([.right, .character(" ")], .nextChoice),
            Binding([.left], .previousChoice),
            Binding([.escape], .dismiss, hinted: true),
        ],
        .roleForm: [
            Binding([.character(" ")], .flip, hinted: true),
            Binding([.tab, .down, .character("j")], .nextStop, hinted: true),
            Binding([.backtab, .up, .character("k")], .previousStop),
            Binding([.right, .character("l")], .nextChoice),
            Binding([.left, .character("h")], .previousChoice),
            Binding([.enter, .control("s")], .save, hinted: true),
            Binding([.escape], .dismiss, hinted: true),
        ],
        .picker: [
            Binding([.enter], .activate, hinted: true),
            Binding([.escape], .dismiss, hinted: true),
            Binding([.down], .moveDown),
            Binding([.up], .moveUp),
            Binding([.pageDown], .pageDown),
            Binding([.pageUp], .pageUp),
        ],
        .facets: [
            Binding([.enter, .character(" ")], .activate, hinted: true),
            Binding([.tab, .right, .character("l")], .nextSection, hinted: true),
            Binding([.backtab, .left, .character("h")], .previousSection),
            Binding([.escape, .character("q"), .character("f")], .dismiss, hinted: true),
        ],
        .palette: [
            Binding([.enter], .activate, hinted: true),
            Binding([.escape], .dismiss, hinted: true),
            Binding([.down, .control("n"), .tab], .moveDown),
            Binding([.up, .control("p"), .backtab], .moveUp),
            Binding([.pageDown], .pageDown),
            Binding([.pageUp], .pageUp),
        ],
        .help: [
            Binding(
                [.escape, .character("q"), .character("?"), .function(1), .enter], .dismiss,
                hinted: true)
        ],
        .question: [
            Binding([.character("y")], .confirm, hinted: true),
            Binding([.character("n"), .escape, .character("q")], .dismiss, hinted: true),
        ],
        .staged: [
            Binding([.character("y")], .confirm, hinted: true),
            Binding([.character("n"), .escape, .character("q")], .dismiss, hinted: true),
        ],
        .notice: [Binding([.enter, .escape], .dismiss, hinted: true)],
        .member: [
            Binding([.character("n"), .character("N")], .addNote, hinted: true),
            Binding([.character("D"), .delete], .deleteNote, hinted: true),
            Binding([.escape, .character("q"), .character("i"), .enter], .dismiss, hinted: true),
        ],
        .menu: [
            Binding([.enter, .character(" ")], .activate, hinted: true),
            Binding([.escape, .character("q")], .dismiss, hinted: true),
        ],
        .columns: [
            Binding([.character(" "), .enter], .toggleColumn, hinted: true),
            Binding([.character("K")], .columnUp),
            Binding([.character("J")], .columnDown, hinted: true),
            Binding([.character(">"), .right], .widenColumn, hinted: true),
            Binding([.character("<"), .left], .narrowColumn, hinted: true),
            Binding([.character("="), .backspace], .standardColumns, hinted: true),
            Binding([.escape, .character("q"), .character("C")], .dismiss, hinted: true),
        ],
        .auditEntry: [Binding([.escape, .character("q"), .enter], .dismiss, hinted: true)],
    ])
}
