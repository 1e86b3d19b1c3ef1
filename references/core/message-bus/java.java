import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Topics, their readers, and the mailboxes of these. */
class MessageBus {
    private static class Mailbox {
        final Deque<List<Object>> messages = new ArrayDeque<>();
        long dropped = 0;
    }

    private final long capacity;
    private final Map<String, Mailbox> mailboxes = new HashMap<>();
    private final Map<String, Set<String>> subscriptions = new HashMap<>();

    public MessageBus(long capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1");
        }
        this.capacity = capacity;
    }

    public void subscribe(String reader, String topic) {
        if (!subscriptions.computeIfAbsent(topic, each -> new HashSet<>()).add(reader)) {
            throw new IllegalStateException("the reader is subscribed already");
        }
        mailboxes.computeIfAbsent(reader, each -> new Mailbox());
    }

    public void unsubscribe(String reader, String topic) {
        if (!subscriptions.getOrDefault(topic, new HashSet<>()).remove(reader)) {
            throw new NoSuchElementException("the reader is not subscribed");
        }
    }

    public long publish(String topic, String text) {
        Set<String> readers = readers(topic);
        for (String reader : readers) {
            Mailbox mailbox = mailboxes.get(reader);
            mailbox.messages.add(List.of(topic, text));
            if (mailbox.messages.size() > capacity) {
                mailbox.messages.remove();
                mailbox.dropped++;
            }
        }
        return readers.size();
    }

    public List<List<Object>> fetch(String reader) {
        Mailbox mailbox = find(reader);
        List<List<Object>> messages = new ArrayList<>(mailbox.messages);
        mailbox.messages.clear();
        return messages;
    }

    public long dropped(String reader) {
        return find(reader).dropped;
    }

    public Set<String> readers(String topic) {
        return Set.copyOf(subscriptions.getOrDefault(topic, Set.of()));
    }

    private Mailbox find(String reader) {
        Mailbox mailbox = mailboxes.get(reader);
        if (mailbox == null) {
            throw new NoSuchElementException(reader);
        }
        return mailbox;
    }
}
