require "set"

# Topics, their readers, and the mailboxes of these.
class MessageBus
  Mailbox = Struct.new(:messages, :dropped)

  def initialize(capacity)
    raise ArgumentError, "capacity must be at least 1" if capacity < 1

    @capacity = capacity
    @mailboxes = {}
    @subscriptions = Hash.new { |all, topic| all[topic] = Set.new }
  end

  def subscribe(reader, topic)
    raise "the reader is subscribed already" unless @subscriptions[topic].add?(reader)

    @mailboxes[reader] ||= Mailbox.new([], 0)
  end

  def unsubscribe(reader, topic)
    raise KeyError, "the reader is not subscribed" unless @subscriptions[topic].delete?(reader)
  end

  def publish(topic, text)
    @mailboxes.values_at(*@subscriptions[topic]).each do |mailbox|
      mailbox.messages << [topic, text]
      next if mailbox.messages.size <= @capacity

      mailbox.messages.shift
      mailbox.dropped += 1
    end
    @subscriptions[topic].size
  end

  def fetch(reader)
    mailbox = @mailboxes.fetch(reader)
    mailbox.messages.slice!(0..)
  end

  def dropped(reader)
    @mailboxes.fetch(reader).dropped
  end

  def readers(topic)
    @subscriptions[topic].dup
  end
end
