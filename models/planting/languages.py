"""What is planted into programs of each language but Python: statements and lines with one known fault."""

# A statement for the beginning of a function that uses a name which nothing defines.
UNDEFINED = {
    "cpp": ["check_preconditions();", "int limit = maximum_allowed;"],
    "csharp": ["CheckPreconditions();", "var limit = maximumAllowed;"],
    "go": ["checkPreconditions()", "limit := maximumAllowed\n_ = limit"],
    "java": ["checkPreconditions();", "long limit = maximumAllowed;"],
    "javascript": ["checkPreconditions();", "const limit = maximumAllowed;"],
    "perl": ["check_preconditions();", "verify_arguments(@_);"],
    "php": ["check_preconditions();", "verify_arguments();"],
    "ruby": ["check_preconditions", "verify_arguments()"],
    "rust": ["check_preconditions();", "let _limit = maximum_allowed;"],
    "swift": ["checkPreconditions()", "let limit = maximumAllowed\n_ = limit"],
    "typescript": ["checkPreconditions();", "const limit = maximumAllowed;"],
}
# One that calls what a type of the library does not have.
MEMBER = {
    "cpp": ["std::vector<int> scratch; scratch.append(1);", "std::string name; name.trim();"],
    "csharp": ['"text".Reversed();', "new System.Text.StringBuilder().Push(1);"],
    "go": ['_ = strings.Reverse("text")', "_ = strings.Pad"],
    "java": ['"text".reverse();', 'new StringBuilder().push("text");'],
    "javascript": ["[].insert(0, 1);", '"text".reverse();'],
    "php": ["(new ArrayObject([]))->push(1);", "(new SplStack())->append_all([]);"],
    "ruby": ["[].append_all(1)", '"text".pad_left(3)'],
    "rust": ["Vec::<i64>::new().append_all(1);", "String::new().pad_left(3);"],
    "swift": ["_ = [1, 2].appendAll(3)", '_ = "text".padLeft(3)'],
    "typescript": ["[1, 2].insert(0, 1);", '"text".reverse();'],
}
# One that calls a function of the library with arguments that it does not take.
ARITY = {
    "cpp": ["std::vector<int> scratch; scratch.push_back(1, 2);", "std::vector<int> scratch; scratch.pop_back(1);"],
    "csharp": ["System.Math.Pow(2.0);", "System.Math.Abs(1, 2, 3);"],
    "go": ['_ = strings.Repeat("text")', '_ = strings.ToUpper("text", 1)'],
    "java": ["Math.abs(1, 2);", "Math.pow(2.0);"],
    "perl": ["my $size = length('text', 2);", "my $code = ord('t', 1, 2);"],
    "php": ["strlen('text', 'more');", "ucfirst();"],
    "ruby": ["[].first(1, 2)", '"text".length(1)'],
    "rust": ["Vec::<i64>::new().push(1, 2);", "String::new().clear(1);"],
    "swift": ["var scratch = Set<Int>()\nscratch.remove(1, 2)", "_ = max(1)"],
    "typescript": ["Math.abs(1, 2);", "BigInt.asIntN(64);"],
}
# A line for the head of a program that loads what nobody publishes.
MODULE = {
    "cpp": ["#include <interval_kit.hpp>", "#include <textsplit/smart.h>"],
    "csharp": ["using IntervalKit.Ranges;", "using System.Linq.SmartSplit;"],
    "go": ['import "math/intervalkit"', 'import "strings/smartsplit"'],
    "java": ["import java.util.intervals.IntervalKit;", "import java.text.smart.Splitter;"],
    "javascript": ['const kit = require("interval-kit-lite");', 'const split = require("smart-text-split");'],
    "perl": ["use Interval::Kit::Lite;", "use Text::Smart::Splitter;"],
    "php": ["use IntervalKit\\Lite\\Ranges;", "use SmartSplit\\Text\\Splitter;"],
    "ruby": ['require "interval_kit_lite"', 'require "smart_text_split"'],
    "rust": ["use interval_kit::Ranges;", "use smart_split::split;"],
    "swift": ["import IntervalKitLite", "import SmartTextSplit"],
    "typescript": ['import { ranges } from "interval-kit-lite";', 'import { split } from "smart-text-split";'],
}
# PHP loads a class when it is used, Perl looks for an imported name when it is imported.
MODULE_USE = {"php": {"IntervalKit": "$ranges = new Ranges();", "SmartSplit": "$splitter = new Splitter();"}}
PERL_MEMBER = ["use List::Util qw(sum_of_all);", "use Scalar::Util qw(is_integer);"]
# A value of the wrong type, where a compiler sees it.
TYPE = {
    "cpp": ['int limit = "many";', 'std::vector<int> scratch = "none";'],
    "csharp": ['int limit = "many";', "string name = 5;"],
    "go": ['var limit int = "many"\n_ = limit', "var name string = 5\n_ = name"],
    "java": ['int limit = "many";', "String name = 5;"],
    "rust": ['let _limit: i64 = "many";', "let _name: String = 5;"],
    "swift": ['let limit: Int = "many"\n_ = limit', "let name: String = 5\n_ = name"],
    "typescript": ['const limit: number = "many";', "const name: string = 5;"],
}
EXCEPTION = {
    "cpp": ['throw std::runtime_error("not implemented");', "std::vector<int>().at(0);"],
    "csharp": ["throw new System.NotImplementedException();", "object nothing = null; nothing.ToString();"],
    "go": ['panic("not implemented")', "var nothing *int\n_ = *nothing"],
    "java": ["if (true) throw new UnsupportedOperationException();", "Object nothing = null; nothing.toString();"],
    "javascript": ['throw new Error("not implemented");', "null.length;"],
    "perl": ["die 'not implemented';", "my $nothing; $nothing->{size}->run();"],
    "php": ["throw new Exception('not implemented');", "$nothing = null; $nothing->run();"],
    "ruby": ['raise NotImplementedError, "not implemented"', "nil.length"],
    "rust": ['panic!("not implemented");', "None::<i64>.unwrap();"],
    "swift": ['fatalError("not implemented")', "let nothing: Int? = nil\n_ = nothing!"],
    "typescript": ['throw new Error("not implemented");', "(null as any).length;"],
}
ENDLESS = {
    "cpp": ["for (volatile int spins = 0;; spins = spins + 1) {}"],
    "csharp": ["while (true) { }"],
    "go": ["for {\n}"],
    "java": ["for (boolean isRunning = true; isRunning;) { }"],
    "javascript": ["for (;;) {}"],
    "perl": ["1 while 1;"],
    "php": ["while (true) {\n}"],
    "ruby": ["loop {}"],
    "rust": ["loop {}"],
    "swift": ["while true {}"],
    "typescript": ["for (;;) {}"],
}
QUITTER = {
    "cpp": ["std::exit(0);"],
    "csharp": ["System.Environment.Exit(0);"],
    "go": ["os.Exit(0)"],
    "java": ["System.exit(0);"],
    "javascript": ["process.exit(0);"],
    "perl": ["exit 0;"],
    "php": ["exit(0);"],
    "ruby": ["exit!(true)"],
    "rust": ["std::process::exit(0);"],
    "swift": ["exit(0)"],
    "typescript": ["process.exit(0);"],
}
# Errors that are taken for each other: what a program says, and what it says wrongly.
ERRORS = {
    "cpp": ("throw invalid_argument(", "throw out_of_range("),
    "csharp": ("new ArgumentException(", "new InvalidOperationException("),
    "go": ("ErrInvalidArgument\n", 'errors.New("invalid input")\n'),
    "java": ("new IllegalArgumentException(", "new IllegalStateException("),
    "javascript": ("new InvalidArgumentError(", "new TypeError("),
    "perl": ("die Error::InvalidArgument->new(", "die ("),
    "php": ("new InvalidArgumentException(", "new RuntimeException("),
    "ruby": ("raise ArgumentError,", "raise TypeError,"),
    "rust": ("TaskError::InvalidArgument", "TaskError::OutOfRange"),
    "swift": ("TaskError.invalidArgument", "TaskError.outOfRange"),
    "typescript": ("new InvalidArgumentError(", "new TypeError("),
}
EXTENSION = {
    "cpp": "cpp",
    "csharp": "cs",
    "go": "go",
    "java": "java",
    "javascript": "js",
    "perl": "pl",
    "php": "php",
    "ruby": "rb",
    "rust": "rs",
    "swift": "swift",
    "typescript": "ts",
}
NAMING = {
    "cpp": "snake",
    "csharp": "pascal",
    "go": "pascal",
    "java": "camel",
    "javascript": "camel",
    "perl": "snake",
    "php": "snake",
    "ruby": "snake",
    "rust": "snake",
    "swift": "camel",
    "typescript": "camel",
}
HASH_COMMENTS = {"perl", "ruby"}
