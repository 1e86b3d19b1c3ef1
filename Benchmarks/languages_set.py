"""Whole programs for the bench of compiled languages: each reads numbers and prints the sum of their squares.

Every program adds a number of its own, so that no two are equal and nobody's cache knows one before it is measured.
"""

INPUT = "3\n1 2 3\n"


class Language:
    """How a program is written, compiled by the bare tools and run."""

    def __init__(self, name, file, text, compile, run, wanted):
        self.name = name
        self.file = file
        self.text = text
        # Commands in the program's own folder.
        self.compile = compile
        self.run = run
        # The promise: at most this many times the CPU time of the bare tools.
        self.wanted = wanted

    def program(self, key):
        return self.text.replace("KEY", str(key))


def answer(key):
    return f"{14 + key}\n"


# The options are those of each tool's everyday use; `-w` and the like only silence it.
LANGUAGES = [
    Language(
        "c", "solution.c",
        """#include <stdio.h>

int main(void)
{
    int n;
    long long sum = KEY, number;
    if (scanf("%d", &n) != 1) return 1;
    while (n-- > 0 && scanf("%lld", &number) == 1) sum += number * number;
    printf("%lld\\n", sum);
    return 0;
}
""",
        ["gcc", "-std=gnu17", "-O1", "solution.c", "-lm", "-o", "program"], ["./program"], 1.25,
    ),
    Language(
        "cpp", "solution.cpp",
        """#include <bits/stdc++.h>
using namespace std;

int main() {
    int n;
    cin >> n;
    vector<long long> numbers(n);
    for (auto& number : numbers) cin >> number;
    map<long long, int> counts;
    for (auto number : numbers) counts[number]++;
    long long sum = KEY;
    for (auto& [number, count] : counts) sum += number * number * count;
    cout << sum << endl;
}
""",
        ["g++", "-std=c++17", "-w", "solution.cpp", "-o", "program"], ["./program"], 1.0,
    ),
    Language(
        "java", "Main.java",
        """import java.util.*;

public class Main {
    public static void main(String[] arguments) {
        Scanner scanner = new Scanner(System.in);
        int n = scanner.nextInt();
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < n; i++) numbers.add(scanner.nextLong());
        long sum = KEY;
        for (long number : numbers) sum += number * number;
        System.out.println(sum);
    }
}
""",
        ["javac", "Main.java"], ["java", "-cp", ".", "Main"], 1.0,
    ),
    Language(
        "typescript", "solution.ts",
        """declare function require(name: string): any;
const words: string[] = require("fs").readFileSync(0, "utf8").split(/\\s+/);
const numbers: number[] = words.filter((word) => word !== "").map(Number).slice(1);
console.log(numbers.reduce((sum: number, number: number) => sum + number * number, KEY));
""",
        ["tsc", "--target", "es2020", "solution.ts"], ["node", "solution.js"], 1.0,
    ),
    Language(
        "csharp", "solution.cs",
        """using System;
using System.Collections.Generic;

class Program {
    static void Main() {
        Console.ReadLine();
        var numbers = new List<long>();
        foreach (var word in Console.ReadLine().Split(' ')) numbers.Add(long.Parse(word));
        long sum = KEY;
        foreach (var number in numbers) sum += number * number;
        Console.WriteLine(sum);
    }
}
""",
        ["mcs", "-out:program.exe", "solution.cs"], ["mono", "program.exe"], 1.25,
    ),
    Language(
        "go", "solution.go",
        """package main

import "fmt"

func main() {
    var n int
    fmt.Scan(&n)
    sum := KEY
    for i := 0; i < n; i++ {
        var number int
        fmt.Scan(&number)
        sum += number * number
    }
    fmt.Println(sum)
}
""",
        ["go", "build", "-o", "program", "solution.go"], ["./program"], 1.25,
    ),
    Language(
        "rust", "solution.rs",
        """use std::io::Read;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let numbers: Vec<i64> = text.split_whitespace().skip(1).map(|word| word.parse().unwrap()).collect();
    let sum: i64 = numbers.iter().map(|number| number * number).sum();
    println!("{}", sum + KEY);
}
""",
        ["rustc", "--edition", "2021", "solution.rs", "-o", "program"], ["./program"], 1.25,
    ),
    Language(
        "swift", "solution.swift",
        """let n = Int(readLine()!)!
let numbers = readLine()!.split(separator: " ").map { Int($0)! }
print(numbers.prefix(n).map { $0 * $0 }.reduce(KEY, +))
""",
        ["swiftc", "solution.swift", "-o", "program"], ["./program"], 1.25,
    ),
]
