import Client
import Foundation

/// What the demo's community tells the program that started it: one line of JSON each.
enum DemoNews: Codable {
    /// Something a person may read while waiting.
    case preparing(String)
    case ready(DemoPlace)
    case failed(String)

    var line: String {
        let data = try? JSONEncoder().encode(self)
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    init?(line: String) {
        guard let news = try? JSONDecoder().decode(Self.self, from: Data(line.utf8)) else {
            return nil
        }
        self = news
    }
}

/// Where the demo is and who lives in it.
struct DemoPlace: Codable {
    struct Account: Codable {
        let username: String
        let password: String
        let role: String
    }

    let server: String
    let folder: String
    /// Highest role first.
    let accounts: [Account]
}
