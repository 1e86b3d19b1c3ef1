#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

#[derive(PartialEq)]
enum Token {
    Literal(char),
    AnyOne,
    Star,
    AnyStar,
}

fn tokens_of(pattern: &str) -> Result<Vec<Token>, TaskError> {
    let mut tokens = Vec::new();
    let mut symbols = pattern.chars().peekable();
    while let Some(symbol) = symbols.next() {
        tokens.push(match symbol {
            '*' => {
                let mut token = Token::Star;
                while symbols.next_if_eq(&'*').is_some() {
                    token = Token::AnyStar;
                }
                token
            }
            '?' => Token::AnyOne,
            '\\' => Token::Literal(symbols.next().ok_or(TaskError::InvalidArgument)?),
            _ => Token::Literal(symbol),
        });
    }
    Ok(tokens)
}

/// Adds the states that are reached when stars match nothing.
fn skip_stars(tokens: &[Token], states: &mut [bool]) {
    for (index, token) in tokens.iter().enumerate() {
        if states[index] && matches!(token, Token::Star | Token::AnyStar) {
            states[index + 1] = true;
        }
    }
}

pub fn glob_match(pattern: &str, path: &str) -> Result<bool, TaskError> {
    let tokens = tokens_of(pattern)?;
    // states[i]: the first i tokens can match what was read so far.
    let mut states = vec![false; tokens.len() + 1];
    states[0] = true;
    skip_stars(&tokens, &mut states);
    for symbol in path.chars() {
        let mut following = vec![false; tokens.len() + 1];
        for (index, token) in tokens.iter().enumerate().filter(|(index, _)| states[*index]) {
            match token {
                Token::AnyStar => following[index] = true,
                Token::Star if symbol != '/' => following[index] = true,
                Token::AnyOne if symbol != '/' => following[index + 1] = true,
                Token::Literal(literal) if *literal == symbol => following[index + 1] = true,
                _ => {}
            }
        }
        states = following;
        skip_stars(&tokens, &mut states);
    }
    Ok(states[tokens.len()])
}
