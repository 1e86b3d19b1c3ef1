#include <bits/stdc++.h>
using namespace std;

struct not_found : runtime_error {
    using runtime_error::runtime_error;
};
struct invalid_state : runtime_error {
    using runtime_error::runtime_error;
};

class MessageBus {
public:
    explicit MessageBus(long long capacity) : capacity(capacity) {
        if (capacity < 1) throw invalid_argument("capacity must be at least 1");
    }

    void subscribe(const string& reader, const string& topic) {
        if (!subscriptions[topic].insert(reader).second) throw invalid_state("the reader is subscribed already");
        mailboxes.try_emplace(reader);
    }

    void unsubscribe(const string& reader, const string& topic) {
        if (subscriptions[topic].erase(reader) == 0) throw not_found("the reader is not subscribed");
    }

    long long publish(const string& topic, const string& text) {
        for (const string& reader : subscriptions[topic]) {
            Mailbox& mailbox = mailboxes[reader];
            mailbox.messages.emplace_back(topic, text);
            if (static_cast<long long>(mailbox.messages.size()) > capacity) {
                mailbox.messages.pop_front();
                ++mailbox.dropped;
            }
        }
        return static_cast<long long>(subscriptions[topic].size());
    }

    vector<tuple<string, string>> fetch(const string& reader) {
        Mailbox& mailbox = find(reader);
        vector<tuple<string, string>> messages(mailbox.messages.begin(), mailbox.messages.end());
        mailbox.messages.clear();
        return messages;
    }

    long long dropped(const string& reader) { return find(reader).dropped; }

    set<string> readers(const string& topic) { return subscriptions[topic]; }

private:
    struct Mailbox {
        deque<tuple<string, string>> messages;
        long long dropped = 0;
    };
    long long capacity;
    map<string, Mailbox> mailboxes;
    map<string, set<string>> subscriptions;

    Mailbox& find(const string& reader) {
        auto mailbox = mailboxes.find(reader);
        if (mailbox == mailboxes.end()) throw not_found("there is no mailbox of " + reader);
        return mailbox->second;
    }
};
