#include <bits/stdc++.h>
using namespace std;

struct invalid_state : runtime_error {
    using runtime_error::runtime_error;
};

struct Instruction {
    string name;
    long long operand = 0;
};

static Instruction parse(const string& text) {
    static const set<string> plain{"dup", "swap", "drop", "add", "sub", "mul", "div", "read", "print", "halt"};
    if (plain.count(text)) return {text};
    smatch match;
    static const regex push("(push) (-?[0-9]{1,18})"), jump("(jump|jumpzero) ([0-9]{1,9})");
    if (regex_match(text, match, push) || regex_match(text, match, jump)) return {match[1], stoll(match[2])};
    throw invalid_argument("not an instruction: " + text);
}

static long long compute(const string& name, long long left, long long right) {
    long long result = 0;
    bool overflows = false;
    if (name == "add") {
        overflows = __builtin_add_overflow(left, right, &result);
    } else if (name == "sub") {
        overflows = __builtin_sub_overflow(left, right, &result);
    } else if (name == "mul") {
        overflows = __builtin_mul_overflow(left, right, &result);
    } else if (right == 0 || (left == numeric_limits<long long>::min() && right == -1)) {
        overflows = true;
    } else {
        result = left / right;
    }
    if (overflows) throw domain_error("division by zero or a result outside 64 bits");
    return result;
}

vector<long long> run_stack_program(const vector<string>& program, const vector<long long>& inputs, long long max_steps) {
    vector<Instruction> code;
    for (const string& text : program) code.push_back(parse(text));
    long long length = static_cast<long long>(code.size());
    for (const auto& [name, operand] : code) {
        if (name.starts_with("jump") && operand > length) throw out_of_range("jump target outside the program");
    }

    vector<long long> stack, printed;
    auto pop = [&stack] {
        if (stack.empty()) throw invalid_state("stack underflow");
        long long top = stack.back();
        stack.pop_back();
        return top;
    };
    size_t next_input = 0;
    long long steps = 0;
    for (long long position = 0; position < length;) {
        if (steps >= max_steps) throw invalid_state("too many steps");
        ++steps;
        const auto& [name, operand] = code[position++];
        if (name == "halt") break;
        if (name == "push") {
            stack.push_back(operand);
        } else if (name == "dup") {
            long long top = pop();
            stack.insert(stack.end(), {top, top});
        } else if (name == "swap") {
            long long top = pop(), below = pop();
            stack.insert(stack.end(), {top, below});
        } else if (name == "drop") {
            pop();
        } else if (name == "read") {
            if (next_input == inputs.size()) throw invalid_state("no input left");
            stack.push_back(inputs[next_input++]);
        } else if (name == "print") {
            printed.push_back(pop());
        } else if (name == "jump") {
            position = operand;
        } else if (name == "jumpzero") {
            if (pop() == 0) position = operand;
        } else {
            long long right = pop(), left = pop();
            stack.push_back(compute(name, left, right));
        }
    }
    return printed;
}
