import API
import Client
import Domain
import Testing

@testable import ClientRuntime

@Suite struct EffectHandlerTests {
    private let community = FakeCommunity()
    private let desk = FakeDesk()

    private func handler(_ transfers: FakeTransfers = FakeTransfers()) -> EffectHandler {
        EffectHandler(
            Ports(
                community: community, transfers: transfers, desktop: desk, host: desk,
                memory: desk), pause: {})
    }

    @Test("counts and suggestions bring their questions back")
    func searchHelp() async {
        let facets = CatalogFacets(
            types: [], tags: [], sizes: [], ages: [], total: 3, totalIsCapped: true)
        community.answer("/catalog/facets", with: facets)
        #expect(
            await run(.fetchFacets(FacetsQuery(q: "maçã")))
                == [.facetsCounted(FacetsQuery(q: "maçã"), .success(facets))])
        let found = CatalogSuggestions(tags: ["maçã"], titles: [])
        community.answer("/catalog/suggestions", with: found)
        #expect(
            await run(.fetchSuggestions(SuggestionsQuery(q: "ma")))
                == [.suggestionsFound(SuggestionsQuery(q: "ma"), .success(found))])
        #expect(
            community.asked == [
                "GET /catalog/facets q=maçã&status=approved",
                "GET /catalog/suggestions q=ma&limit=5",
            ])
    }

    @Test("suggestions are not asked for when somebody types on meanwhile")
    func typingOn() async {
        let handler = EffectHandler(
            Ports(
                community: community, transfers: FakeTransfers(), desktop: desk, host: desk,
                memory: desk), pause: { throw CancellationError() })
        #expect(await run(.fetchSuggestions(SuggestionsQuery(q: "ma")), handler).isEmpty)
        #expect(community.asked.isEmpty)
    }

    @Test("keys rest when nobody types on, and not when somebody does")
    func resting() async {
        func handler(_ rest: @escaping @Sendable () async throws -> Void) -> EffectHandler {
            EffectHandler(
                Ports(
                    community: community, transfers: FakeTransfers(), desktop: desk, host: desk,
                    memory: desk), pause: {}, rest: rest)
        }
        #expect(await run(.awaitRest, handler {}) == [.keysRested])
        #expect(await run(.awaitRest, handler { throw CancellationError() }).isEmpty)
    }

    @Test("files are looked into one by one, in their order, and each answer names its file")
    func pastedFiles() async {
        let transfers = FakeTransfers()
        let found = await run(
            .inspectTorrents(["/a.torrent", "b.torrent", "/c.torrent"]), handler(transfers))
        guard case .torrentsInspected(let files) = found.first, found.count == 1 else {
            Issue.record("it was answered \(found)")
            return
        }
        #expect(files.map(\.path) == ["/a.torrent", "b.torrent", "/c.torrent"])
        #expect(files.map { (try? $0.outcome.get())?.name } == ["Aula", nil, "Aula"])
        #expect(
            transfers.acts == ["inspect /a.torrent", "inspect b.torrent", "inspect /c.torrent"])
    }

    @Test("a file is added under the name that was asked about, and what failed says so")
    func addedFile() async {
        let transfers = FakeTransfers()
        #expect(
            await run(.addTorrent(path: "/a.torrent", name: "Aula"), handler(transfers))
                == [.torrentAdded(name: "Aula", .success(Fakes.hash(7)))])
        #expect(
            await run(.addTorrent(path: "gone.torrent", name: "Aula"), handler(transfers)) == [
                .torrentAdded(
                    name: "Aula", .failure(CommunityFailure(.missing, "it is not there")))
            ])
        #expect(transfers.acts == ["add /a.torrent", "add gone.torrent"])
    }

    @Test("a step says when it is over, with its answer where there is one")
    func steps() async {
        let quiet = Effect.pauseTransfers([Fakes.hash(1)])
        #expect(await run(.step(7, quiet)) == [.stepped(7, nil)])
        community.fail(with: CommunityFailure(.refused, "no"))
        #expect(
            await run(.step(8, .unbanUser(UserID(5))))
                == [.stepped(8, .userChanged(.failure(CommunityFailure(.refused, "no"))))])
    }

    /// What an effect posts, in order, when it is left to its end.
    private func run(_ effect: Effect, _ handler: EffectHandler? = nil) async -> [Message] {
        guard case .start(_, let operation) = (handler ?? self.handler()).plan(effect) else {
            return []
        }
        let mailbox = Mailbox<Message>(wake: {})
        await operation(Outbox(mailbox: mailbox, sender: EffectToken(number: 0)))
        return mailbox.takeAll().compactMap { letter in
            if case .message(let message, _) = letter { message } else { nil }
        }
    }

    @Test("the loop's own effects are plans, everything else runs under its id")
    func plans() {
        let handler = handler()
        func name(_ effect: Effect) -> String {
            switch handler.plan(effect) {
            case .start(let id, _): id == nil ? "act" : "question"
            case .cancel(let id): "cancel \(id == AnyHashable(EffectID.detail))"
            case .cancelAll: "cancelAll"
            case .tick(let interval): "tick \(interval == .milliseconds(250))"
            case .redraw: "redraw"
            case .copy(let text): "copy \(text)"
            case .suspend: "suspend"
            case .quit: "quit"
            }
        }
        #expect(name(.cancel(.detail)) == "cancel true")
        #expect(name(.setTick(milliseconds: 250)) == "tick true")
        #expect(name(.cancelAll) == "cancelAll")
        #expect(name(.redraw) == "redraw" && name(.suspend) == "suspend" && name(.quit) == "quit")
        #expect(name(.searchCatalog(CatalogQuery())) == "question")
        #expect(name(.download(CatalogID(1), title: "")) == "act")
        #expect(name(.signOut) == "act")
        #expect(name(.copy("x")) == "copy x")
        #expect(name(.account(.sessions)) == "question")
        #expect(name(.account(.resetPasskey)) == "act")
    }

    @Test("a question brings its question back with the answer")
    func search() async {
        let query = CatalogQuery(q: "maçã")
        community.answer("/catalog", with: CatalogPage(items: [], total: 3))
        let messages = await run(.searchCatalog(query))
        #expect(messages == [.catalogFound(query, .success(CatalogPage(items: [], total: 3)))])
        #expect(
            community.asked == ["GET /catalog q=maçã&sort=relevance&status=approved&limit=50"])
    }

    @Test("a refusal comes back as it was said")
    func refusal() async {
        let failure = CommunityFailure(.refused, code: "own_role", "Nobody changes their own role.")
        community.fail(with: failure)
        #expect(await run(.fetchMe) == [.meFetched(.failure(failure))])
        #expect(
            await run(.changeRoleOfUser(UserID(1), UserPatch(roleId: RoleID(2))))
                == [.userChanged(.failure(failure))])
    }

    @Test(
        "each act calls its endpoint",
        arguments: [
            (Effect.approve(CatalogID(3)), "POST /catalog/3/approve"),
            (
                .reject(CatalogID(3), ReasonBody(reason: "r")),
                #"POST /catalog/3/reject {"reason":"r"}"#
            ),
            (
                .sendBack(CatalogID(3), ReasonBody(reason: "r")),
                #"POST /catalog/3/send-back {"reason":"r"}"#
            ),
            (
                .deleteEntry(CatalogID(3), ReasonBody(reason: "r")),
                #"DELETE /catalog/3 {"reason":"r"}"#
            ),
            (
                .changeRoleOfUser(UserID(4), UserPatch(roleId: RoleID(2))),
                #"PATCH /users/4 {"role_id":2}"#
            ),
            (.banUser(UserID(4), BanBody(reason: "r")), #"POST /users/4/ban {"reason":"r"}"#),
            (.unbanUser(UserID(4)), "DELETE /users/4/ban"),
            (
                .adjustRatio(UserID(4), RatioAdjustment(bytesUp: 1, bytesDown: -1, reason: "r")),
                #"POST /users/4/ratio-adjustments {"bytes_down":-1,"bytes_up":1,"reason":"r"}"#
            ),
            (.deleteRole(RoleID(7), RoleDeletion()), "DELETE /roles/7 {}"),
            (
                .changeSettings(SettingsPatch(requiredRatio: 1)),
                #"PATCH /settings {"required_ratio":1}"#
            ),
            (.fetchStats(UserID(4)), "GET /users/4/stats"),
            (
                .fetchHistory(UserID(4), HistoryQuery(bucket: .day, count: 30)),
                "GET /users/4/history bucket=day&count=30"
            ),
            (.fetchShares(UserID(4)), "GET /users/4/torrents"),
            (.fetchAudit(AuditQuery(page: PageQuery(limit: 9))), "GET /audit limit=9"),
            (.fetchDetail(CatalogID(3)), "GET /catalog/3"),
            (.account(.sessions), "GET /me/sessions"),
            (.account(.endSession(SessionID(9))), "DELETE /me/sessions/9"),
            (.account(.endOtherSessions), "DELETE /me/sessions"),
            (.account(.keys), "GET /me/api-keys"),
            (
                .account(.createKey(NewAPIKey(name: "n", permissions: [.catalogRead]))),
                #"POST /me/api-keys {"name":"n","permissions":["catalog.read"]}"#
            ),
            (.account(.deleteKey(APIKeyID(4))), "DELETE /me/api-keys/4"),
            (.account(.resetPasskey), "POST /me/passkey/reset"),
            (
                .account(.beginSecondFactor(SecondFactorRequest(password: "p"))),
                #"POST /me/totp {"password":"p"}"#
            ),
            (
                .account(.confirmSecondFactor(SecondFactorCode(code: "1"))),
                #"POST /me/totp/confirm {"code":"1"}"#
            ),
            (
                .account(.removeSecondFactor(SecondFactorRemoval(password: "p", code: "1"))),
                #"DELETE /me/totp {"code":"1","password":"p"}"#
            ),
            (.fetchMember(UserID(4)), "GET /users/4"),
            (
                .deleteUser(UserID(4), ReasonBody(reason: "r")), #"DELETE /users/4 {"reason":"r"}"#
            ),
            (
                .removeMembersSecondFactor(UserID(4), ReasonBody(reason: "r")),
                #"DELETE /users/4/totp {"reason":"r"}"#
            ),
            (.fetchNotes(UserID(4), PageQuery(limit: 9)), "GET /users/4/notes limit=9"),
            (.addNote(UserID(4), NewNote(text: "n")), #"POST /users/4/notes {"text":"n"}"#),
            (.deleteNote(UserID(4), 7), "DELETE /users/4/notes/7"),
            (
                .fetchEvidence(EvidenceQuery(page: PageQuery(limit: 9))),
                "GET /evidence state=open&limit=9"
            ),
            (.fetchEvidenceCase(7), "GET /evidence/7"),
            (
                .reviewEvidence(7, NewEvidenceReview(verdict: .confirmed, reason: "r")),
                #"POST /evidence/7/review {"reason":"r","verdict":"confirmed"}"#
            ),
            (.fetchAddressBans(PageQuery(limit: 9)), "GET /bans/addresses limit=9"),
            (.fetchClientBans(PageQuery(limit: 9)), "GET /bans/clients limit=9"),
            (
                .banAddresses(NewAddressBan(range: "10.0.0.0/8", reason: "r")),
                #"POST /bans/addresses {"range":"10.0.0.0/8","reason":"r"}"#
            ),
            (
                .banClient(NewClientBan(prefix: "-XL", reason: "r")),
                #"POST /bans/clients {"prefix":"-XL","reason":"r"}"#
            ),
            (.unbanAddresses(7), "DELETE /bans/addresses/7"),
            (.unbanClient(7), "DELETE /bans/clients/7"),
            (.fetchInvitations(PageQuery(limit: 9)), "GET /invitations limit=9"),
            (
                .invite(NewInvitation(expiresInDays: 3, note: "n")),
                #"POST /invitations {"expires_in_days":3,"note":"n"}"#
            ),
            (.withdrawInvitation(InvitationID(7)), "DELETE /invitations/7"),
            (
                .fetchLeaderboard(LeaderboardQuery(by: .ratio, page: PageQuery(limit: 9))),
                "GET /leaderboard by=ratio&limit=9"
            ),
        ] as [(Effect, String)])
    func endpoints(effect: Effect, call: String) async {
        let messages = await run(effect)
        #expect(community.asked == [call])
        #expect(messages.count == 1)
    }

    @Test("a download is the server's torrent given to the torrents")
    func download() async {
        let transfers = FakeTransfers()
        let messages = await run(.download(CatalogID(7), title: "x"), handler(transfers))
        #expect(messages == [.downloadStarted(CatalogID(7), .success(Fakes.hash(7)))])
        #expect(community.asked == ["torrent of 7"])
        #expect(transfers.acts == ["add 07"])
    }

    @Test("a download that the server refuses adds nothing")
    func refusedDownload() async {
        let transfers = FakeTransfers()
        let failure = CommunityFailure(.refused, "You owe 1 GiB.")
        community.fail(with: failure)
        let messages = await run(.download(CatalogID(7), title: "x"), handler(transfers))
        #expect(messages == [.downloadStarted(CatalogID(7), .failure(failure))])
        #expect(transfers.acts.isEmpty)
    }

    @Test("all that were chosen are acted upon, whatever happens to one of them")
    func several() async {
        let transfers = FakeTransfers(failing: [Fakes.hash(1)])
        let messages = await run(
            .removeTransfers([Fakes.hash(1), Fakes.hash(2)], withData: true), handler(transfers))
        #expect(transfers.acts == ["remove with data 01", "remove with data 02"])
        #expect(
            messages == [
                .transferRefused(Fakes.hash(1), CommunityFailure(.broken, "it will not"))
            ])
        #expect(await run(.pauseTransfers([Fakes.hash(3)]), handler(transfers)).isEmpty)
    }

    @Test("what was received is attested, and nobody hears of it whatever comes of it")
    func receipts() async {
        #expect(await run(.sendReceipts).isEmpty)
        community.fail(with: CommunityFailure(.unreachable, "away"))
        #expect(await run(.sendReceipts).isEmpty)
        #expect(community.asked == ["attest [16384]", "attest [16384]"])
    }

    @Test("what happens in the community arrives in order, and how the line is")
    func events() async {
        let event = CommunityEvent(kind: .rolesChanged)
        let failure = CommunityFailure(.signedOut, "over")
        community.tell([
            .interrupted(retryInSeconds: 2), .connected, .happened(event), .ended(failure),
        ])
        #expect(
            await run(.startEvents) == [
                .eventsInterrupted(retryInSeconds: 2), .eventsConnected,
                .communityHappened(event), .eventsEnded(failure),
            ])
    }

    @Test("what happens to the torrents arrives as it is")
    func transferEvents() async {
        let event = TransferEvent.torrentFinished(Fakes.hash(1))
        #expect(
            await run(.startTransfers, handler(FakeTransfers(events: [event])))
                == [.transferHappened(event)])
        #expect(await run(.measureDisk) == [.diskMeasured(free: ByteCount(clamping: 182))])
    }

    @Test("the way in: signing in, going on, hosting, the demo")
    func wayIn() async {
        let request = SignInRequest(username: "ana", password: "p")
        #expect(
            await run(.signIn(Fakes.server, request))
                == [.signedIn(Fakes.server, .success(Fakes.me))])
        #expect(
            await run(.resumeSession(Fakes.server))
                == [.sessionResumed(Fakes.server, .success(nil))])
        let hosted = HostedCommunity(
            server: Fakes.server, dataFolder: "/d", username: "admin", password: "p")
        #expect(await run(.hostCommunity) == [.communityHosted(.success(hosted))])
        #expect(
            await run(.startDemo)
                == [.demoStarted(.failure(CommunityFailure(.broken, "no port is free")))])
    }

    @Test("quiet acts are done and say nothing")
    func quiet() async {
        let transfers = FakeTransfers()
        let effects: [Effect] = [
            .signOut, .stopTransfers, .rememberServer(Fakes.server, username: "ana"),
            .forgetServer(Fakes.server), .rememberTheme("Nord"), .rememberStart,
            .rememberLimits(TransferLimits(upload: ByteCount(5))),
            .rememberColumns(ColumnChoices([ColumnChoice(.users, order: [.role])])),
            .announceTo("http://new"),
        ]
        for effect in effects { #expect(await run(effect, handler(transfers)).isEmpty) }
        #expect(community.asked == ["sign out"])
        #expect(transfers.acts == ["stop", "announce to http://new"])
        #expect(
            desk.acts == [
                "remember http://localhost:8000 ana", "forget http://localhost:8000",
                "theme Nord", "start", "limits 0 5", "columns users",
            ])
    }

    @Test("a limit is set, and whether it holds is answered")
    func limits() async {
        let transfers = FakeTransfers()
        let messages = await run(
            .limitTransfers(TransferLimits(download: ByteCount(7))), handler(transfers))
        #expect(messages == [.transfersLimited(.success(Nothing()))])
        #expect(transfers.acts == ["limit to 7 0"])
    }

    @Test("a file that cannot be opened says why")
    func opening() async {
        let opened = await run(.openFiles(of: Fakes.hash(0xAA), name: "a"))
        #expect(opened == [.filesOpened(name: "a", .success(Nothing()))])
        #expect(desk.acts == ["open /downloads/aa"])
        let transfers = FakeTransfers(failing: [Fakes.hash(0xBB)])
        #expect(
            await run(.openFiles(of: Fakes.hash(0xBB), name: "b"), handler(transfers)) == [
                .filesOpened(name: "b", .failure(CommunityFailure(.broken, "it will not")))
            ])
    }
}
