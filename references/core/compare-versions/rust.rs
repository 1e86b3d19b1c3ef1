use std::cmp::Ordering;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

/// A decimal number of any size without leading zeros; ordered by value.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Number {
    length: usize,
    digits: String,
}

/// Numeric identifiers are older than others: the order of the cases is the order of the values.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Identifier {
    Numeric(Number),
    Text(String),
}

struct Version {
    core: Vec<Number>,
    release: Option<Vec<Identifier>>,
}

fn parse_number(text: &str) -> Result<Number, TaskError> {
    let has_leading_zero = text.len() > 1 && text.starts_with('0');
    if text.is_empty() || has_leading_zero || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(TaskError::InvalidArgument);
    }
    Ok(Number { length: text.len(), digits: text.to_string() })
}

fn parse_identifier(text: &str) -> Result<Identifier, TaskError> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Err(TaskError::InvalidArgument);
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return parse_number(text).map(Identifier::Numeric);
    }
    Ok(Identifier::Text(text.to_string()))
}

fn parse(version: &str) -> Result<Version, TaskError> {
    let (core, release) = match version.split_once('-') {
        Some((core, release)) => (core, Some(release)),
        None => (version, None),
    };
    let core = core.split('.').map(parse_number).collect::<Result<Vec<_>, _>>()?;
    if core.len() != 3 {
        return Err(TaskError::InvalidArgument);
    }
    let release = release.map(|text| text.split('.').map(parse_identifier).collect()).transpose()?;
    Ok(Version { core, release })
}

pub fn compare_versions(left: &str, right: &str) -> Result<i64, TaskError> {
    let (left, right) = (parse(left)?, parse(right)?);
    let order = left.core.cmp(&right.core).then_with(|| match (&left.release, &right.release) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(left), Some(right)) => left.cmp(right),
    });
    Ok(order as i64)
}
