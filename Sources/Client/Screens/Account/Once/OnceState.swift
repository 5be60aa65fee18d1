import API

/// A secret that is shown once: it goes only when somebody says that they have it.
package struct OnceState: Equatable, Sendable {
    package enum Purpose: Hashable, Sendable {
        case key, authenticator, recovery
    }

    package struct Item: Hashable, Sendable {
        package let name: Phrase?
        package let text: String
    }

    package let purpose: Purpose
    package let warning: Phrase
    package let items: [Item]
    /// What goes to the clipboard.
    package let copyable: String
    package var scroll = 0
    package var isCopied = false

    static func key(_ key: APIKeyBody) -> OnceState {
        OnceState(
            purpose: .key, warning: .keyShownOnce(key.name),
            items: [Item(name: nil, text: key.key ?? "")], copyable: key.key ?? "")
    }

    static func authenticator(_ secret: SecondFactorSecret) -> OnceState {
        OnceState(
            purpose: .authenticator, warning: .secretForAuthenticator,
            items: [
                Item(name: .secretForTyping, text: grouped(secret.secret)),
                Item(name: .uriForScanning, text: secret.otpauthUri),
            ], copyable: secret.otpauthUri)
    }

    static func recovery(_ codes: [String]) -> OnceState {
        OnceState(
            purpose: .recovery, warning: .recoveryShownOnce,
            items: codes.map { Item(name: nil, text: $0) },
            copyable: codes.joined(separator: "\n"))
    }

    /// As people read long numbers to each other: four at a time.
    package static func grouped(_ secret: String) -> String {
        var groups = ""
        for (index, letter) in secret.enumerated() {
            if index > 0, index.isMultiple(of: 4) { groups.append(" ") }
            groups.append(letter)
        }
        return groups
    }
}
