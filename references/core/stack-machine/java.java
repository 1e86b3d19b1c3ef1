import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

class Solution {
    private record Instruction(String name, long operand) {
        static Instruction parse(String text) {
            if (PLAIN.contains(text)) {
                return new Instruction(text, 0);
            }
            if (text.matches("push -?[0-9]{1,18}") || text.matches("jump(zero)? [0-9]{1,9}")) {
                int space = text.indexOf(' ');
                return new Instruction(text.substring(0, space), Long.parseLong(text.substring(space + 1)));
            }
            throw new IllegalArgumentException("not an instruction: " + text);
        }

        boolean isJump() {
            return name.startsWith("jump");
        }
    }

    private static final Set<String> PLAIN =
        Set.of("dup", "swap", "drop", "add", "sub", "mul", "div", "read", "print", "halt");
    private static final Map<String, Integer> NEEDS = Map.of(
        "dup", 1, "swap", 2, "drop", 1, "add", 2, "sub", 2, "mul", 2, "div", 2, "print", 1, "jumpzero", 1);

    /** Runs a program for the stack machine and returns what it prints. */
    public static List<Long> runStackProgram(List<String> program, List<Long> inputs, long maxSteps) {
        List<Instruction> code = program.stream().map(Instruction::parse).toList();
        for (Instruction instruction : code) {
            if (instruction.isJump() && instruction.operand() > code.size()) {
                throw new IndexOutOfBoundsException("jump target outside the program");
            }
        }
        Deque<Long> stack = new ArrayDeque<>();
        List<Long> printed = new ArrayList<>();
        Iterator<Long> input = inputs.iterator();
        int position = 0;
        for (long steps = 0; position < code.size(); steps++) {
            Instruction instruction = code.get(position);
            if (steps >= maxSteps) {
                throw new IllegalStateException("too many steps");
            }
            position++;
            if (stack.size() < NEEDS.getOrDefault(instruction.name(), 0)) {
                throw new IllegalStateException("stack underflow");
            }
            switch (instruction.name()) {
                case "halt" -> position = code.size();
                case "push" -> stack.push(instruction.operand());
                case "dup" -> stack.push(stack.peek());
                case "swap" -> {
                    long top = stack.pop();
                    long below = stack.pop();
                    stack.push(top);
                    stack.push(below);
                }
                case "drop" -> stack.pop();
                case "read" -> {
                    if (!input.hasNext()) {
                        throw new IllegalStateException("no input left");
                    }
                    stack.push(input.next());
                }
                case "print" -> printed.add(stack.pop());
                case "jump" -> position = (int) instruction.operand();
                case "jumpzero" -> position = stack.pop() == 0 ? (int) instruction.operand() : position;
                default -> {
                    long right = stack.pop();
                    long left = stack.pop();
                    stack.push(compute(instruction.name(), left, right));
                }
            }
        }
        return printed;
    }

    private static long compute(String name, long left, long right) {
        switch (name) {
            case "add":
                return Math.addExact(left, right);
            case "sub":
                return Math.subtractExact(left, right);
            case "mul":
                return Math.multiplyExact(left, right);
            default:
                if (left == Long.MIN_VALUE && right == -1) {
                    throw new ArithmeticException("long overflow");
                }
                return left / right;
        }
    }
}
