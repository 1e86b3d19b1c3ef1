"""Makes right and wrong programs in every language but Python, from the references in them.

Nothing is run here: that a planted program fails as planned is proved once, by the harness on a machine with all
toolchains, and kept in proofs.json. What the proof contradicts is not used.
"""

import hashlib
import re

from . import languages
from .edits import Edit
from .plants import PROSE

# Replaced where they stand in a line of a function: old, new.
SLIPS = [
    (" < ", " <= "),
    (" <= ", " < "),
    (" > ", " >= "),
    (" >= ", " > "),
    (" == ", " != "),
    (" === ", " !== "),
    (" != ", " == "),
    (" + 1", ""),
    (" - 1", ""),
    (" + ", " - "),
    (" += ", " -= "),
    (" && ", " || "),
    (" || ", " && "),
    (" true", " false"),
    (" false", " true"),
    ("min(", "max("),
    ("max(", "min("),
    (" 0;", " 1;"),
    (" = 0\n", " = 1\n"),
    (" = 1\n", " = 2\n"),
    (" = 1;", " = 2;"),
]
SLIPS_IN_TEXT = re.compile("|".join(sorted((re.escape(old) for old, _ in SLIPS), key=len, reverse=True)))


class Source:
    """A reference in one language."""

    def __init__(self, task, language, root):
        self.task = task
        self.language = language
        file = root / "references" / "core" / task.id / f"{language}.{languages.EXTENSION[language]}"
        self.text = file.read_text(encoding="utf-8")
        # Some method of an object is the place for what fails at once; its class is what may be missing.
        called = sorted(task.methods)[0] if task.is_object else task.entry
        self.function = native(called, languages.NAMING[language])
        self.entry = task.entry if task.is_object else self.function

    def candidates(self, mode):
        """Returns the programs in which this failure is planted, without those that equal the reference."""
        makers = {
            "hallucination.undefined-name": lambda: self.with_statements(languages.UNDEFINED),
            "hallucination.unknown-member": self.with_unknown_member,
            "hallucination.wrong-arity": lambda: self.with_statements(languages.ARITY),
            "hallucination.unknown-module": self.with_unknown_module,
            "hallucination.missing-entry-point": self.without_entry,
            "hallucination.prose": lambda: PROSE,
            "syntax.no-code": self.without_code,
            "syntax.truncated": self.truncated,
            "syntax.parse-error": self.misspelt,
            "syntax.type-error": lambda: self.with_statements(languages.TYPE),
            "runtime.exception": lambda: self.with_statements(languages.EXCEPTION),
            "runtime.cpu-time": lambda: self.with_statements(languages.ENDLESS),
            "runtime.early-exit": lambda: self.with_statements(languages.QUITTER),
            "logic.wrong-exception": self.with_other_error,
            "logic.partial": self.with_slip,
        }
        found = []
        for text in makers[mode]():
            if text != self.text and text not in found:
                found.append(text)
        return found

    def start_of_body(self):
        """Returns where the first statement of the function stands, and its indentation; None where unclear."""
        if self.language == "ruby":
            match = re.search(r"(?m)^( *)def %s\b[^\n]*\n" % self.function, self.text)
            return (match.end(), match[1] + "  ") if match else None
        for match in re.finditer(r"\b%s\b" % self.function, self.text):
            end = match.end()
            if self.language != "perl":
                end = self.after_brackets(end)
            header = re.match(r"[^;{}=.]*\{\n", self.text[end:]) if end is not None else None
            if header:
                place = end + header.end()
                return place, re.match(r"[ \t]*", self.text[place:])[0]
        return None

    def after_brackets(self, place):
        """Returns the place behind the parameters that open at a place, None where there are none."""
        if self.text[place : place + 1] != "(":
            return None
        depth = 0
        for offset in range(place, len(self.text)):
            depth += (self.text[offset] == "(") - (self.text[offset] == ")")
            if depth == 0:
                return offset + 1
        return None

    def with_statements(self, statements):
        body = self.start_of_body()
        if body is None:
            return []
        place, indent = body
        texts = []
        for statement in statements.get(self.language, []):
            lines = "".join(indent + line + "\n" for line in statement.split("\n"))
            text = Edit(place, place, lines).apply(self.text)
            texts.append(self.with_imports(text, statement))
        return texts

    def with_imports(self, text, statement):
        """Adds what a statement needs and the program does not have."""
        if self.language == "go":
            for package in ("strings", "os"):
                if package + "." in statement and f'"{package}"' not in text:
                    text = text.replace("package main\n", f'package main\n\nimport "{package}"\n', 1)
        if self.language == "swift" and statement == "exit(0)":
            text = "import Foundation\n\n" + text
        return text

    def with_head(self, line):
        anchors = {"go": "package main\n", "perl": "use warnings;\n", "php": "<?php\n"}
        anchor = anchors.get(self.language, "")
        place = self.text.index(anchor) + len(anchor)
        gap = "\n" if self.language in ("go", "php") else ""
        return Edit(place, place, gap + line + "\n").apply(self.text)

    def with_unknown_module(self):
        texts = []
        for line in languages.MODULE[self.language]:
            text = self.with_head(line)
            for name, use in languages.MODULE_USE.get(self.language, {}).items():
                body = self.start_of_body()
                if name in line and body is not None:
                    changed = Edit(body[0], body[0], body[1] + use + "\n").apply(self.text)
                    text = changed.replace("<?php\n", "<?php\n\n" + line + "\n", 1)
            texts.append(text)
        return texts

    def with_unknown_member(self):
        if self.language == "perl":
            return [self.with_head(line) for line in languages.PERL_MEMBER]
        return self.with_statements(languages.MEMBER)

    def without_entry(self):
        names = [self.entry + "Impl", "Solve" + self.entry[0].upper() + self.entry[1:]]
        if languages.NAMING[self.language] == "snake" and not self.task.is_object:
            names = [self.entry + "_impl", "compute_" + self.entry]
        return [re.sub(r"\b%s\b" % self.entry, name, self.text) for name in names]

    def without_code(self):
        mark = "#" if self.language in languages.HASH_COMMENTS else "//"
        head = "<?php\n" if self.language == "php" else ""
        return [f"{head}{mark} TODO: implement\n", f"{head}\n{mark} The solution goes here.\n"]

    def lines(self):
        """Yields offset and text of the lines of functions: indented, no comments, no texts over their end."""
        offset = 0
        for line in self.text.split("\n"):
            bare = line.strip()
            is_comment = bare.startswith(("//", "#", "*", "/*"))
            if line[:1] in (" ", "\t") and bare and not is_comment:
                yield offset, line + "\n"
            offset += len(line) + 1

    def truncated(self):
        """Cuts the program off in the middle of a line past its middle, as a limit of tokens would."""
        texts = []
        for offset, line in self.lines():
            place = line.find("(")
            if offset > len(self.text) // 2 and place > 0 and not set("\"'`/\\|") & set(line):
                texts.append(self.text[: offset + place + 1])
        return texts

    def misspelt(self):
        """Puts a closing bracket too many, or leaves one out."""
        texts = []
        for offset, line in self.lines():
            if offset > len(self.text) * 3 // 4 or set("\"'`/\\|") & set(line) or ")" not in line:
                continue
            place = offset + line.rindex(")")
            texts.append(Edit(place, place, ")").apply(self.text))
            texts.append(Edit(place, place + 1, "").apply(self.text))
        return texts

    def with_other_error(self):
        old, new = languages.ERRORS[self.language]
        if self.language == "rust" and not re.search(r"(?m)^    OutOfRange,", self.text):
            return []
        if self.language == "swift" and not re.search(r"case [^\n]*outOfRange", self.text):
            return []
        places = [match.start() for match in re.finditer(re.escape(old), self.text)]
        return [Edit(place, place + len(old), new).apply(self.text) for place in places]

    def with_slip(self):
        news = dict(SLIPS)
        texts = []
        for offset, line in self.lines():
            for match in SLIPS_IN_TEXT.finditer(line):
                start = offset + match.start()
                texts.append(Edit(start, start + len(match[0]), news[match[0]]).apply(self.text))
        return texts

    def restyled(self, draw):
        """Returns the reference, or the reference with fewer comments or one more."""
        kind = draw.pick(["same", "same", "bare", "header"])
        mark = "#" if self.language in languages.HASH_COMMENTS else "//"
        if kind == "bare":
            kept = [line for line in self.text.split("\n") if not re.match(r"\s*(//|# )", line)]
            return "\n".join(kept)
        if kind == "header" and self.language != "php":
            return f"{mark} {draw.pick(['Straightforward solution.', 'One pass where possible.'])}\n" + self.text
        return self.text


def native(name, naming):
    first, *rest = name.split("_")
    if naming == "snake":
        return name
    camel = first + "".join(part.capitalize() for part in rest)
    return camel[0].upper() + camel[1:] if naming == "pascal" else camel


def mark(task, language, text):
    """Returns the name under which the proof of a program is kept."""
    return hashlib.sha256(f"{task.id}\n{language}\n{text}".encode()).hexdigest()[:16]
