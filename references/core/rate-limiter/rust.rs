#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    InvalidState,
}

pub struct TokenBucket {
    capacity: i64,
    interval: i64,
    tokens: i64,
    latest: i64,
}

impl TokenBucket {
    pub fn new(capacity: i64, interval: i64) -> Result<Self, TaskError> {
        if capacity < 1 || interval < 1 {
            return Err(TaskError::InvalidArgument);
        }
        Ok(Self { capacity, interval, tokens: capacity, latest: 0 })
    }

    pub fn allow(&mut self, time: i64, tokens: i64) -> Result<bool, TaskError> {
        self.check_tokens(tokens)?;
        self.advance_to(time)?;
        if tokens > self.tokens {
            return Ok(false);
        }
        self.tokens -= tokens;
        Ok(true)
    }

    pub fn available(&mut self, time: i64) -> Result<i64, TaskError> {
        self.advance_to(time)?;
        Ok(self.tokens)
    }

    pub fn wait(&mut self, time: i64, tokens: i64) -> Result<i64, TaskError> {
        self.check_tokens(tokens)?;
        self.advance_to(time)?;
        if tokens <= self.tokens {
            return Ok(0);
        }
        Ok((tokens - self.tokens) * self.interval - time % self.interval)
    }

    fn check_tokens(&self, tokens: i64) -> Result<(), TaskError> {
        if tokens < 1 || tokens > self.capacity {
            return Err(TaskError::InvalidArgument);
        }
        Ok(())
    }

    fn advance_to(&mut self, time: i64) -> Result<(), TaskError> {
        if time < self.latest {
            return Err(TaskError::InvalidState);
        }
        let added = time / self.interval - self.latest / self.interval;
        self.tokens = self.tokens.saturating_add(added).min(self.capacity);
        self.latest = time;
        Ok(())
    }
}
