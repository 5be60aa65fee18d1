/// Where a running effect posts what happened.
package struct Outbox<Message: Sendable>: Sendable {
    private let mailbox: Mailbox<Message>
    private let sender: EffectToken

    init(mailbox: Mailbox<Message>, sender: EffectToken) {
        self.mailbox = mailbox
        self.sender = sender
    }

    /// From any thread, in order. Dropped when the effect was cancelled in the meantime, so that a
    /// stale answer never overtakes a newer question.
    package func post(_ message: Message) {
        mailbox.post(.message(message, from: sender))
    }
}
