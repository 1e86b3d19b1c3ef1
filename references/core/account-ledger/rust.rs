use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    NotFound,
    InvalidState,
    PermissionDenied,
}

#[derive(Default)]
struct Account {
    balance: i64,
    is_frozen: bool,
    changes: Vec<i64>,
}

impl Account {
    fn change(&mut self, amount: i64) -> i64 {
        self.changes.push(amount);
        self.balance += amount;
        self.balance
    }

    fn check_taking(&self, amount: i64) -> Result<(), TaskError> {
        if self.is_frozen {
            return Err(TaskError::PermissionDenied);
        }
        if amount > self.balance {
            return Err(TaskError::InvalidState);
        }
        Ok(())
    }
}

fn check_amount(amount: i64) -> Result<(), TaskError> {
    if amount < 1 {
        return Err(TaskError::InvalidArgument);
    }
    Ok(())
}

#[derive(Default)]
pub struct Ledger {
    accounts: HashMap<String, Account>,
}

impl Ledger {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&mut self, account: &str) -> Result<(), TaskError> {
        if account.is_empty() {
            return Err(TaskError::InvalidArgument);
        }
        if self.accounts.contains_key(account) {
            return Err(TaskError::InvalidState);
        }
        self.accounts.insert(account.to_string(), Account::default());
        Ok(())
    }

    pub fn deposit(&mut self, account: &str, amount: i64) -> Result<i64, TaskError> {
        let target = self.account(account)?;
        check_amount(amount)?;
        Ok(target.change(amount))
    }

    pub fn withdraw(&mut self, account: &str, amount: i64) -> Result<i64, TaskError> {
        let source = self.account(account)?;
        check_amount(amount)?;
        source.check_taking(amount)?;
        Ok(source.change(-amount))
    }

    pub fn transfer(&mut self, source: &str, target: &str, amount: i64) -> Result<(), TaskError> {
        self.account(source)?;
        self.account(target)?;
        check_amount(amount)?;
        if source == target {
            return Err(TaskError::InvalidArgument);
        }
        self.account(source)?.check_taking(amount)?;
        self.account(source)?.change(-amount);
        self.account(target)?.change(amount);
        Ok(())
    }

    pub fn freeze(&mut self, account: &str) -> Result<(), TaskError> {
        self.account(account)?.is_frozen = true;
        Ok(())
    }

    pub fn balance(&mut self, account: &str) -> Result<i64, TaskError> {
        Ok(self.account(account)?.balance)
    }

    pub fn history(&mut self, account: &str) -> Result<Vec<i64>, TaskError> {
        Ok(self.account(account)?.changes.clone())
    }

    fn account(&mut self, account: &str) -> Result<&mut Account, TaskError> {
        self.accounts.get_mut(account).ok_or(TaskError::NotFound)
    }
}
