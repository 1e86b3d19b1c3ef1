import re
from typing import List, Tuple

PLAIN = {"dup", "swap", "drop", "add", "sub", "mul", "div", "read", "print", "halt"}
NEEDS = {"dup": 1, "swap": 2, "drop": 1, "add": 2, "sub": 2, "mul": 2, "div": 2, "print": 1, "jumpzero": 1}
INT64_MIN, INT64_MAX = -(2**63), 2**63 - 1


def run_stack_program(program: List[str], inputs: List[int], max_steps: int) -> List[int]:
    """Run a program for the stack machine and return what it prints."""
    code = [_parse(text) for text in program]
    for name, operand in code:
        if name in ("jump", "jumpzero") and operand > len(code):
            raise IndexError("jump target outside the program")
    stack: List[int] = []
    printed: List[int] = []
    next_input = 0
    position = 0
    steps = 0
    while position < len(code):
        name, operand = code[position]
        if steps >= max_steps:
            raise RuntimeError("too many steps")
        steps += 1
        position += 1
        if len(stack) < NEEDS.get(name, 0):
            raise RuntimeError("stack underflow")
        if name == "halt":
            break
        if name == "push":
            stack.append(operand)
        elif name == "dup":
            stack.append(stack[-1])
        elif name == "swap":
            stack[-1], stack[-2] = stack[-2], stack[-1]
        elif name == "drop":
            stack.pop()
        elif name == "read":
            if next_input >= len(inputs):
                raise RuntimeError("no input left")
            stack.append(inputs[next_input])
            next_input += 1
        elif name == "print":
            printed.append(stack.pop())
        elif name == "jump":
            position = operand
        elif name == "jumpzero":
            if stack.pop() == 0:
                position = operand
        else:
            right = stack.pop()
            left = stack.pop()
            stack.append(_compute(name, left, right))
    return printed


def _parse(text: str) -> Tuple[str, int]:
    if text in PLAIN:
        return text, 0
    name, _, operand = text.partition(" ")
    if name == "push" and re.fullmatch("-?[0-9]{1,18}", operand):
        return name, int(operand)
    if name in ("jump", "jumpzero") and re.fullmatch("[0-9]{1,9}", operand):
        return name, int(operand)
    raise ValueError("not an instruction: " + text)


def _compute(name: str, left: int, right: int) -> int:
    if name == "add":
        result = left + right
    elif name == "sub":
        result = left - right
    elif name == "mul":
        result = left * right
    else:
        result = abs(left) // abs(right)
        if (left < 0) != (right < 0):
            result = -result
    if not INT64_MIN <= result <= INT64_MAX:
        raise OverflowError("result outside 64 bits")
    return result
