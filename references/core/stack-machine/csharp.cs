using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

static class Solution
{
    private struct Instruction
    {
        public string Name;
        public long Operand;
    }

    private static readonly Regex Form = new Regex(
        @"^(?:(dup|swap|drop|add|sub|mul|div|read|print|halt)|(push) (-?[0-9]{1,18})|(jump|jumpzero) ([0-9]{1,9}))\z");

    private static readonly Dictionary<string, int> Needs = new Dictionary<string, int>
    {
        ["dup"] = 1, ["swap"] = 2, ["drop"] = 1, ["add"] = 2, ["sub"] = 2, ["mul"] = 2, ["div"] = 2, ["print"] = 1,
        ["jumpzero"] = 1,
    };

    /// <summary>Runs a program for the stack machine and returns what it prints.</summary>
    public static List<long> RunStackProgram(List<string> program, List<long> inputs, long maxSteps)
    {
        List<Instruction> code = program.Select(Parse).ToList();
        if (code.Any(each => each.Name.StartsWith("jump", StringComparison.Ordinal) && each.Operand > code.Count))
        {
            throw new ArgumentOutOfRangeException("jump target outside the program");
        }
        var stack = new Stack<long>();
        var printed = new List<long>();
        int nextInput = 0;
        int position = 0;
        for (long steps = 0; position < code.Count; steps++)
        {
            Instruction instruction = code[position++];
            if (steps >= maxSteps) throw new InvalidOperationException("too many steps");
            int needed;
            if (Needs.TryGetValue(instruction.Name, out needed) && stack.Count < needed)
            {
                throw new InvalidOperationException("stack underflow");
            }
            switch (instruction.Name)
            {
                case "halt":
                    return printed;
                case "push":
                    stack.Push(instruction.Operand);
                    break;
                case "dup":
                    stack.Push(stack.Peek());
                    break;
                case "swap":
                    long top = stack.Pop();
                    long below = stack.Pop();
                    stack.Push(top);
                    stack.Push(below);
                    break;
                case "drop":
                    stack.Pop();
                    break;
                case "read":
                    if (nextInput >= inputs.Count) throw new InvalidOperationException("no input left");
                    stack.Push(inputs[nextInput++]);
                    break;
                case "print":
                    printed.Add(stack.Pop());
                    break;
                case "jump":
                    position = (int)instruction.Operand;
                    break;
                case "jumpzero":
                    if (stack.Pop() == 0) position = (int)instruction.Operand;
                    break;
                default:
                    long right = stack.Pop();
                    long left = stack.Pop();
                    stack.Push(Compute(instruction.Name, left, right));
                    break;
            }
        }
        return printed;
    }

    private static Instruction Parse(string text)
    {
        Match match = Form.Match(text);
        if (!match.Success) throw new ArgumentException("not an instruction: " + text);
        string name = text.Split(' ')[0];
        string operand = match.Groups[3].Value + match.Groups[5].Value;
        return new Instruction { Name = name, Operand = operand == "" ? 0 : long.Parse(operand) };
    }

    private static long Compute(string name, long left, long right)
    {
        checked
        {
            switch (name)
            {
                case "add":
                    return left + right;
                case "sub":
                    return left - right;
                case "mul":
                    // The runtime's own check misses the smallest number times -1.
                    return right == -1 ? -left : left * right;
                default:
                    return right == -1 ? -left : left / right;
            }
        }
    }
}
