NEEDS = { "dup" => 1, "swap" => 2, "drop" => 1, "add" => 2, "sub" => 2, "mul" => 2, "div" => 2, "print" => 1, "jumpzero" => 1 }.freeze
INT64 = (-2**63..2**63 - 1).freeze

# Runs a program for the stack machine and returns what it prints.
def run_stack_program(program, inputs, max_steps)
  code = program.map { |text| parse_instruction(text) }
  code.each do |name, operand|
    raise IndexError, "jump target outside the program" if name.start_with?("jump") && operand > code.size
  end
  stack = []
  printed = []
  left = inputs.dup
  position = 0
  steps = 0
  while position < code.size
    name, operand = code[position]
    raise "too many steps" if steps >= max_steps

    steps += 1
    position += 1
    raise "stack underflow" if stack.size < NEEDS.fetch(name, 0)

    case name
    when "halt" then break
    when "push" then stack.push(operand)
    when "dup" then stack.push(stack.last)
    when "swap" then stack[-1], stack[-2] = stack[-2], stack[-1]
    when "drop" then stack.pop
    when "print" then printed.push(stack.pop)
    when "jump" then position = operand
    when "jumpzero" then position = operand if stack.pop.zero?
    when "read"
      raise "no input left" if left.empty?

      stack.push(left.shift)
    else
      right = stack.pop
      stack.push(compute(name, stack.pop, right))
    end
  end
  printed
end

def parse_instruction(text)
  case text
  when /\Apush (-?[0-9]{1,18})\z/ then ["push", $1.to_i]
  when /\A(jump|jumpzero) ([0-9]{1,9})\z/ then [$1, $2.to_i]
  when /\A(?:dup|swap|drop|add|sub|mul|div|read|print|halt)\z/ then [text, 0]
  else raise ArgumentError, "not an instruction: #{text}"
  end
end

def compute(name, left, right)
  result =
    case name
    when "add" then left + right
    when "sub" then left - right
    when "mul" then left * right
    else Rational(left, right).truncate
    end
  raise ZeroDivisionError, "result outside 64 bits" unless INT64.cover?(result)

  result
end
