class InvalidArgumentError extends Error {}
class InvalidStateError extends Error {}
class ArithmeticError extends Error {}

const NEEDS: Record<string, number> = {
  dup: 1,
  swap: 2,
  drop: 1,
  add: 2,
  sub: 2,
  mul: 2,
  div: 2,
  read: 0,
  print: 1,
  halt: 0,
  push: 0,
  jump: 0,
  jumpzero: 1,
};

/** Runs a program for the stack machine and returns what it prints. */
function runStackProgram(program: string[], inputs: bigint[], maxSteps: bigint): bigint[] {
  const code = program.map(parseInstruction);
  for (const [name, operand] of code) {
    if (name.startsWith("jump") && operand > code.length) throw new RangeError("jump target outside the program");
  }
  const stack: bigint[] = [];
  const printed: bigint[] = [];
  let nextInput = 0;
  let position = 0;
  let steps = 0n;
  while (position < code.length) {
    const [name, operand] = code[position];
    if (steps >= maxSteps) throw new InvalidStateError("too many steps");
    steps += 1n;
    position += 1;
    if (stack.length < NEEDS[name]) throw new InvalidStateError("stack underflow");
    if (name === "halt") break;
    if (name === "push") stack.push(operand);
    else if (name === "dup") stack.push(stack[stack.length - 1]);
    else if (name === "swap") stack.push(stack.pop()!, stack.pop()!);
    else if (name === "drop") stack.pop();
    else if (name === "print") printed.push(stack.pop()!);
    else if (name === "jump") position = Number(operand);
    else if (name === "jumpzero") position = stack.pop() === 0n ? Number(operand) : position;
    else if (name === "read") {
      if (nextInput >= inputs.length) throw new InvalidStateError("no input left");
      stack.push(inputs[nextInput]);
      nextInput += 1;
    } else {
      const right = stack.pop()!;
      const left = stack.pop()!;
      stack.push(compute(name, left, right));
    }
  }
  return printed;
}

function parseInstruction(text: string): [string, bigint] {
  const match = /^(?:(push) (-?[0-9]{1,18})|(jump|jumpzero) ([0-9]{1,9}))$/.exec(text);
  if (match !== null) return [match[1] ?? match[3], BigInt(match[2] ?? match[4])];
  if (/^(?:dup|swap|drop|add|sub|mul|div|read|print|halt)$/.test(text)) return [text, 0n];
  throw new InvalidArgumentError("not an instruction: " + text);
}

function compute(name: string, left: bigint, right: bigint): bigint {
  if (name === "div" && right === 0n) throw new ArithmeticError("division by zero");
  const result = name === "add" ? left + right : name === "sub" ? left - right : name === "mul" ? left * right : left / right;
  if (BigInt.asIntN(64, result) !== result) throw new ArithmeticError("result outside 64 bits");
  return result;
}
