#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    OutOfRange,
}

pub struct BitField {
    bits: Vec<bool>,
}

impl BitField {
    pub fn new(size: i64) -> Result<Self, TaskError> {
        let size = usize::try_from(size).map_err(|_| TaskError::InvalidArgument)?;
        Ok(Self { bits: vec![false; size] })
    }

    pub fn get(&mut self, index: i64) -> Result<bool, TaskError> {
        self.bit(index).map(|bit| *bit)
    }

    pub fn put(&mut self, index: i64, bit: bool) -> Result<(), TaskError> {
        *self.bit(index)? = bit;
        Ok(())
    }

    pub fn fill(&mut self, start: i64, end: i64, bit: bool) -> Result<(), TaskError> {
        if start < 0 || end < start {
            return Err(TaskError::OutOfRange);
        }
        let span = self.bits.get_mut(start as usize..end as usize).ok_or(TaskError::OutOfRange)?;
        span.fill(bit);
        Ok(())
    }

    pub fn ones(&mut self) -> i64 {
        self.bits.iter().filter(|&&bit| bit).count() as i64
    }

    pub fn pack(&mut self) -> Vec<u8> {
        let byte = |chunk: &[bool]| chunk.iter().rev().fold(0, |byte, &bit| byte << 1 | u8::from(bit));
        self.bits.chunks(8).map(byte).collect()
    }

    fn bit(&mut self, index: i64) -> Result<&mut bool, TaskError> {
        let index = usize::try_from(index).map_err(|_| TaskError::OutOfRange)?;
        self.bits.get_mut(index).ok_or(TaskError::OutOfRange)
    }
}
