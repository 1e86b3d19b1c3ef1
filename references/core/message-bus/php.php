<?php

class Mailbox
{
    public array $messages = [];
    public int $dropped = 0;
}

/** Topics, their readers, and the mailboxes of these. */
class MessageBus
{
    private array $mailboxes = [];
    private array $subscriptions = [];

    public function __construct(private int $capacity)
    {
        if ($capacity < 1) {
            throw new InvalidArgumentException('capacity must be at least 1');
        }
    }

    public function subscribe(string $reader, string $topic): void
    {
        if (in_array($reader, $this->readers($topic), true)) {
            throw new LogicException('the reader is subscribed already');
        }
        $this->subscriptions[$topic][] = $reader;
        $this->mailboxes[$reader] ??= new Mailbox();
    }

    public function unsubscribe(string $reader, string $topic): void
    {
        $index = array_search($reader, $this->readers($topic), true);
        if ($index === false) {
            throw new OutOfBoundsException('the reader is not subscribed');
        }
        array_splice($this->subscriptions[$topic], $index, 1);
    }

    public function publish(string $topic, string $text): int
    {
        $readers = $this->readers($topic);
        foreach ($readers as $reader) {
            $mailbox = $this->mailboxes[$reader];
            $mailbox->messages[] = [$topic, $text];
            if (count($mailbox->messages) > $this->capacity) {
                array_shift($mailbox->messages);
                $mailbox->dropped++;
            }
        }
        return count($readers);
    }

    public function fetch(string $reader): array
    {
        $mailbox = $this->mailbox($reader);
        $messages = $mailbox->messages;
        $mailbox->messages = [];
        return $messages;
    }

    public function dropped(string $reader): int
    {
        return $this->mailbox($reader)->dropped;
    }

    public function readers(string $topic): array
    {
        return $this->subscriptions[$topic] ?? [];
    }

    private function mailbox(string $reader): Mailbox
    {
        return $this->mailboxes[$reader] ?? throw new OutOfBoundsException('there is no such reader');
    }
}
