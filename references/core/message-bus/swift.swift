enum TaskError: Error {
    case invalidArgument, notFound, invalidState
}

final class MessageBus {
    private struct Mailbox {
        var messages: [(String, String)] = []
        var dropped = 0
    }

    private let capacity: Int
    private var mailboxes: [String: Mailbox] = [:]
    private var subscriptions: [String: Set<String>] = [:]

    init(_ capacity: Int) throws {
        guard capacity >= 1 else { throw TaskError.invalidArgument }
        self.capacity = capacity
    }

    func subscribe(_ reader: String, _ topic: String) throws {
        guard subscriptions[topic, default: []].insert(reader).inserted else { throw TaskError.invalidState }
        if mailboxes[reader] == nil { mailboxes[reader] = Mailbox() }
    }

    func unsubscribe(_ reader: String, _ topic: String) throws {
        guard subscriptions[topic]?.remove(reader) != nil else { throw TaskError.notFound }
    }

    func publish(_ topic: String, _ text: String) -> Int {
        let readers = readers(topic)
        for reader in readers {
            var mailbox = mailboxes[reader] ?? Mailbox()
            mailbox.messages.append((topic, text))
            if mailbox.messages.count > capacity {
                mailbox.messages.removeFirst()
                mailbox.dropped += 1
            }
            mailboxes[reader] = mailbox
        }
        return readers.count
    }

    func fetch(_ reader: String) throws -> [(String, String)] {
        let messages = try mailbox(reader).messages
        mailboxes[reader]?.messages = []
        return messages
    }

    func dropped(_ reader: String) throws -> Int { try mailbox(reader).dropped }

    func readers(_ topic: String) -> Set<String> { subscriptions[topic] ?? [] }

    private func mailbox(_ reader: String) throws -> Mailbox {
        guard let mailbox = mailboxes[reader] else { throw TaskError.notFound }
        return mailbox
    }
}
