import API
import APIClient
import Foundation
import Synchronization
import Testing

/// A client of a tiny server, and what it told its store.
struct Client {
    let api: APIClient
    let saved = Saved()

    init(
        _ url: String, access: String? = "old", refresh: String? = "r1",
        _ change: (inout ClientPace) -> Void = { _ in }
    ) throws {
        var pace = ClientPace()
        pace.retries = [.milliseconds(1), .milliseconds(1)]
        pace.reconnect = .milliseconds(5)
        change(&pace)
        let saved = saved
        if let refresh {
            saved.save(Credentials(accessToken: access, refreshToken: refresh))
        }
        api = APIClient(
            server: try #require(ServerAddress(url)),
            store: CredentialStore(load: { saved.last }, save: { saved.save($0) }), pace: pace)
    }
}

/// A credential store in memory that remembers everything.
final class Saved: Sendable {
    private let all = Mutex<[Credentials?]>([])

    var history: [Credentials?] { all.withLock { $0 } }
    var last: Credentials? { history.last ?? nil }
    func save(_ credentials: Credentials?) { all.withLock { $0.append(credentials) } }
}

/// Waits until `condition` holds, for a minute at most.
func eventually(
    _ condition: () -> Bool, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while !condition() {
        guard ContinuousClock.now < deadline else {
            Issue.record("it never came", sourceLocation: sourceLocation)
            return
        }
        try await Task.sleep(for: .milliseconds(2))
    }
}

/// The error of a call that must fail.
func failure<T>(
    sourceLocation: SourceLocation = #_sourceLocation,
    of call: () async throws(APIError) -> T
) async -> APIError? {
    do {
        _ = try await call()
        Issue.record("it succeeded", sourceLocation: sourceLocation)
        return nil
    } catch {
        return error
    }
}

enum Bodies {
    static let settings = """
        {"registration":"open","required_ratio":0.5,"grace_bytes":7,"announce_interval":60,\
        "approval_required":true,"requests_per_second":50,"request_burst":300,\
        "max_torrent_bytes":65536,"download_slots":0,"seeding_hours":0,"seeding_ratio_percent":0}
        """
    static let tokens = tokens("new", "r2")

    static func tokens(_ access: String, _ refresh: String) -> String {
        """
        {"access_token":"\(access)","refresh_token":"\(refresh)","token_type":"Bearer",\
        "expires_in":900}
        """
    }
}
