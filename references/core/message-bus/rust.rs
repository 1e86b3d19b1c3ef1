use std::collections::{HashMap, HashSet, VecDeque};

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    NotFound,
    InvalidState,
}

#[derive(Default)]
struct Mailbox {
    messages: VecDeque<(String, String)>,
    dropped: i64,
}

pub struct MessageBus {
    capacity: i64,
    mailboxes: HashMap<String, Mailbox>,
    subscriptions: HashMap<String, HashSet<String>>,
}

impl MessageBus {
    pub fn new(capacity: i64) -> Result<Self, TaskError> {
        if capacity < 1 {
            return Err(TaskError::InvalidArgument);
        }
        Ok(Self { capacity, mailboxes: HashMap::new(), subscriptions: HashMap::new() })
    }

    pub fn subscribe(&mut self, reader: &str, topic: &str) -> Result<(), TaskError> {
        if !self.subscriptions.entry(topic.to_string()).or_default().insert(reader.to_string()) {
            return Err(TaskError::InvalidState);
        }
        self.mailboxes.entry(reader.to_string()).or_default();
        Ok(())
    }

    pub fn unsubscribe(&mut self, reader: &str, topic: &str) -> Result<(), TaskError> {
        let readers = self.subscriptions.get_mut(topic).ok_or(TaskError::NotFound)?;
        if readers.remove(reader) { Ok(()) } else { Err(TaskError::NotFound) }
    }

    pub fn publish(&mut self, topic: &str, text: &str) -> i64 {
        let readers = self.readers(topic);
        for reader in &readers {
            let mailbox = self.mailboxes.entry(reader.clone()).or_default();
            mailbox.messages.push_back((topic.to_string(), text.to_string()));
            if mailbox.messages.len() as i64 > self.capacity {
                mailbox.messages.pop_front();
                mailbox.dropped += 1;
            }
        }
        readers.len() as i64
    }

    pub fn fetch(&mut self, reader: &str) -> Result<Vec<(String, String)>, TaskError> {
        let mailbox = self.mailboxes.get_mut(reader).ok_or(TaskError::NotFound)?;
        Ok(mailbox.messages.drain(..).collect())
    }

    pub fn dropped(&mut self, reader: &str) -> Result<i64, TaskError> {
        self.mailboxes.get(reader).map(|mailbox| mailbox.dropped).ok_or(TaskError::NotFound)
    }

    pub fn readers(&mut self, topic: &str) -> HashSet<String> {
        self.subscriptions.get(topic).cloned().unwrap_or_default()
    }
}
