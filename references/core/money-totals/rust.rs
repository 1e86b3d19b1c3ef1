use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Money {
    pub currency: String,
    pub cents: i64,
}

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    Arithmetic,
}

pub fn money_totals(amounts: &[Money]) -> Result<Vec<Money>, TaskError> {
    let is_currency = |text: &str| text.len() == 3 && text.bytes().all(|letter| letter.is_ascii_uppercase());
    if !amounts.iter().all(|amount| is_currency(&amount.currency)) {
        return Err(TaskError::InvalidArgument);
    }
    let mut totals: BTreeMap<&str, i64> = BTreeMap::new();
    for Money { currency, cents } in amounts {
        let total = totals.entry(currency).or_default();
        *total = total.checked_add(*cents).ok_or(TaskError::Arithmetic)?;
    }
    let sorted = totals.into_iter().map(|(currency, cents)| Money { currency: currency.to_string(), cents });
    Ok(sorted.collect())
}
