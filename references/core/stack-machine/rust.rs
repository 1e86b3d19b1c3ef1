#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    OutOfRange,
    InvalidState,
    Arithmetic,
}

enum Instruction {
    Push(i64),
    Dup,
    Swap,
    Drop,
    Compute(fn(i64, i64) -> Option<i64>),
    Read,
    Print,
    Halt,
    Jump(usize),
    JumpZero(usize),
}

fn digits(text: &str, most: usize) -> Option<i64> {
    let is_plain = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

fn parse(text: &str) -> Option<Instruction> {
    use Instruction::*;
    let instruction = match text.split_once(' ') {
        None => match text {
            "dup" => Dup,
            "swap" => Swap,
            "drop" => Drop,
            "add" => Compute(i64::checked_add),
            "sub" => Compute(i64::checked_sub),
            "mul" => Compute(i64::checked_mul),
            "div" => Compute(i64::checked_div),
            "read" => Read,
            "print" => Print,
            "halt" => Halt,
            _ => return None,
        },
        Some(("push", operand)) => match operand.strip_prefix('-') {
            Some(negative) => Push(-digits(negative, 18)?),
            None => Push(digits(operand, 18)?),
        },
        Some(("jump", operand)) => Jump(digits(operand, 9)? as usize),
        Some(("jumpzero", operand)) => JumpZero(digits(operand, 9)? as usize),
        Some(_) => return None,
    };
    Some(instruction)
}

fn pop(stack: &mut Vec<i64>) -> Result<i64, TaskError> {
    stack.pop().ok_or(TaskError::InvalidState)
}

pub fn run_stack_program(program: &[String], inputs: &[i64], max_steps: i64) -> Result<Vec<i64>, TaskError> {
    use Instruction::*;
    let code: Option<Vec<Instruction>> = program.iter().map(|text| parse(text)).collect();
    let code = code.ok_or(TaskError::InvalidArgument)?;
    if code.iter().any(|instruction| matches!(instruction, Jump(to) | JumpZero(to) if *to > code.len())) {
        return Err(TaskError::OutOfRange);
    }

    let mut stack = Vec::new();
    let mut printed = Vec::new();
    let mut inputs = inputs.iter();
    let mut position = 0;
    let mut steps = 0;
    while position < code.len() {
        if steps >= max_steps {
            return Err(TaskError::InvalidState);
        }
        steps += 1;
        let instruction = &code[position];
        position += 1;
        match instruction {
            Push(number) => stack.push(*number),
            Dup => {
                let top = pop(&mut stack)?;
                stack.extend([top, top]);
            }
            Swap => {
                let (top, below) = (pop(&mut stack)?, pop(&mut stack)?);
                stack.extend([top, below]);
            }
            Drop => {
                pop(&mut stack)?;
            }
            Compute(operation) => {
                let (right, left) = (pop(&mut stack)?, pop(&mut stack)?);
                stack.push(operation(left, right).ok_or(TaskError::Arithmetic)?);
            }
            Read => stack.push(*inputs.next().ok_or(TaskError::InvalidState)?),
            Print => printed.push(pop(&mut stack)?),
            Halt => break,
            Jump(target) => position = *target,
            JumpZero(target) => {
                if pop(&mut stack)? == 0 {
                    position = *target;
                }
            }
        }
    }
    Ok(printed)
}
