// Facts about an error, as plain data, read without trusting the error; runners/WIRE.md names the facts.
"use strict";

const { className, nameOfPrototype } = require("./wire.js");
const { builtinModules } = require("module");
const { isProxy } = require("util").types;

const { getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const uncurry = Function.prototype.bind.bind(Function.prototype.call);
const exec = uncurry(RegExp.prototype.exec);
const hasOwn = uncurry(Object.prototype.hasOwnProperty);
const indexOf = uncurry(String.prototype.indexOf);
const lastIndexOf = uncurry(String.prototype.lastIndexOf);
const slice = uncurry(String.prototype.slice);
const [Pattern, TextOf, NumberOf, ErrorOf] = [RegExp, String, Number, Error];
const load = require;

const SOURCE_NAME = "solution.js";
const MESSAGE_LENGTH = 2000;
// V8 reports exhausted stack space as a RangeError, which is also what a program may throw on purpose.
const STACK_MESSAGE = "Maximum call stack size exceeded";

const REQUIRE = "require\\(\\s*['\"`](?:node:)?([\\w/]+)['\"`]\\s*\\)";

const builtinErrors = { __proto__: null };
for (const type of [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError]) {
    builtinErrors[type.name] = type.prototype;
}

// Every name that some object of the language has, and whether it is a method there.
const members = { __proto__: null };
const roots = { __proto__: null };
for (const name of Object.getOwnPropertyNames(globalThis)) {
    const { value } = getOwnPropertyDescriptor(globalThis, name);
    if (value === null || (typeof value !== "object" && typeof value !== "function")) continue;
    roots[name] = value;
    for (const owner of typeof value === "function" && value.prototype ? [value, value.prototype] : [value]) {
        for (const member of Object.getOwnPropertyNames(owner)) {
            const isMethod = typeof (getOwnPropertyDescriptor(owner, member) || {}).value === "function";
            members[member] = members[member] === true || isMethod;
        }
    }
}
const modules = { __proto__: null };
for (const name of builtinModules) modules[name] = true;

// Which line of the program's source each line of the script comes from; null where they are the same.
let sourceLines = null;

// Takes the lines that a compiler noted in the script's last line, as runners/typescript/compile.js does.
function takeLines(text) {
    const match = /\n\/\/# lines=([0-9,]+)\n$/.exec(text);
    if (match !== null) sourceLines = match[1].split(",").map(Number);
}

// Returns the facts as pairs of a name and plain data. `source` is the program's text without comments.
function describe(error, stage, source) {
    if (isProxy(error)) return [["type", "Proxy"], ["stage", stage], ["message", ""]];
    const facts = [["type", "Error"], ["stage", stage], ["message", messageOf(error)]];
    try {
        const types = typesOf(error);
        facts[0][1] = types[0];
        const bases = [];
        for (let index = 0; index < types.length; index++) bases[index] = types[index];
        facts[facts.length] = ["bases", bases];
        const line = lineOf(error);
        if (line !== undefined) facts[facts.length] = ["line", line];
        if (isBuiltin(error)) addCause(facts, types[0], facts[2][1], error, source);
        addVerdict(facts, bases);
    } catch {
        // What is known so far must do.
    }
    return facts;
}

// Adds, as bases of the driver's own, what the language's classes do not tell apart.
function addVerdict(facts, bases) {
    for (let index = 0; index < facts.length; index++) {
        const name = facts[index][0];
        const value = facts[index][1];
        if (name === "is_defined" && value === false) bases[bases.length] = "HarnessUnknownName";
        if (name === "module" && value[0] !== "." && value[0] !== "/") bases[bases.length] = "HarnessUnknownModule";
        const isForeign = name === "object" && (indexOf(value, "builtin:") === 0 || indexOf(value, "module:") === 0);
        if (isForeign) bases[bases.length] = "HarnessUnknownMember";
    }
}

function isObject(value) {
    return (typeof value === "object" && value !== null) || typeof value === "function";
}

// Returns the error's class and the classes that it derives from, nearest first.
function typesOf(error) {
    if (!isObject(error)) return [error === null ? "null" : typeof error];
    const types = [];
    for (let at = getPrototypeOf(error); at !== null && types.length < 20; at = getPrototypeOf(at)) {
        const name = nameOfPrototype(at);
        if (name !== undefined && name !== "Object") types[types.length] = name;
    }
    if (types[0] === "RangeError" && messageOf(error) === STACK_MESSAGE) return ["HarnessStackOverflow", "Error"];
    return types.length > 0 ? types : [className(error)];
}

// Whether only the engine itself can have made an error of this class and message: the program's own are no causes.
function isBuiltin(error) {
    if (!isObject(error)) return false;
    const prototype = getPrototypeOf(error);
    const name = nameOfPrototype(prototype);
    return name !== undefined && builtinErrors[name] === prototype;
}

function messageOf(error) {
    try {
        if (!isObject(error)) return slice(TextOf(error), 0, MESSAGE_LENGTH);
        const message = error.message;
        return typeof message === "string" ? slice(message, 0, MESSAGE_LENGTH) : "";
    } catch {
        return "";
    }
}

// Returns the innermost line of the program that the error's stack names.
function lineOf(error) {
    if (!isObject(error)) return undefined;
    const stack = error.stack;
    if (typeof stack !== "string") return undefined;
    const match = exec(new Pattern(SOURCE_NAME + ":([0-9]+)"), stack);
    if (match === null) return undefined;
    const line = NumberOf(match[1]);
    return sourceLines === null ? line : sourceLines[line - 1];
}

function addCause(facts, type, message, error, source) {
    if (type === "ReferenceError") addName(facts, message, source);
    else if (type === "TypeError") addMember(facts, message, source);
    else if (type === "Error" && error.code === "MODULE_NOT_FOUND") {
        const match = exec(new Pattern("^Cannot find module '([^'\\n]*)'"), message);
        if (match !== null) facts[facts.length] = ["module", match[1]];
        if (match !== null) facts[facts.length] = ["name", match[1]];
        if (match !== null) facts[facts.length] = ["is_stdlib_module", false];
    }
}

function addName(facts, message, source) {
    const match = exec(new Pattern("^([A-Za-z_$][\\w$]*) is not defined$"), message);
    if (match === null) return;
    const name = match[1];
    facts[facts.length] = ["name", name];
    facts[facts.length] = ["is_defined", binds(source, name)];
    facts[facts.length] = ["is_stdlib_module", modules[name] === true];
}

// Whether a text without comments declares or assigns a name anywhere.
function binds(source, name) {
    const word = "(?<![\\w$.])" + quoted(name) + "(?![\\w$])";
    const list = "[^;]*?" + word + "[^;]*?";
    return (
        exec(new Pattern("\\b(?:var|let|const|class|function\\s*\\*?|catch\\s*\\()\\s*" + word), source) !== null ||
        exec(new Pattern(word + "\\s*(?:=(?!=)|=>)"), source) !== null ||
        exec(new Pattern("\\b(?:var|let|const)\\s*[{\\[]" + list + "[}\\]]\\s*(?:=|of\\b|in\\b)"), source) !== null ||
        exec(new Pattern("(?<!\\b(?:if|while|switch|for)\\s*)\\([^()]*" + word + "[^()]*\\)\\s*(?:=>|\\{)"), source) !== null
    );
}

// Returns a text as a pattern that matches it alone.
function quoted(name) {
    let text = "";
    for (let index = 0; index < name.length; index++) {
        text += exec(new Pattern("[\\w\\s]"), name[index]) === null ? "\\" + name[index] : name[index];
    }
    return text;
}

// Adds what lacks a member: V8's message holds the callee as it stands in the source.
function addMember(facts, message, source) {
    const pattern = "^Cannot (?:read|set) properties of (?:undefined|null) \\((?:reading|setting) '(.*)'\\)$";
    const reading = exec(new Pattern(pattern), message);
    if (reading !== null) {
        facts[facts.length] = ["name", reading[1]];
        facts[facts.length] = ["object", "none"];
        return;
    }
    const call = exec(new Pattern("^(.*) is not a (?:function|constructor)", "s"), message);
    if (call === null) return;
    const dot = lastIndexOf(call[1], ".");
    const name = slice(call[1], dot + 1);
    if (exec(new Pattern("^[A-Za-z_$][\\w$]*$"), name) === null) return;
    facts[facts.length] = ["name", name];
    const owner = dot < 0 ? importOf(source, name) : ownerOf(slice(call[1], 0, dot), name, source);
    if (owner !== undefined) facts[facts.length] = ["object", owner];
}

// Returns the module that a program takes a missing function from, by `const { name } = require("module")`.
function importOf(source, name) {
    const match = exec(new Pattern("\\{[^{}]*\\b" + quoted(name) + "\\b[^{}]*\\}\\s*=\\s*" + REQUIRE), source);
    if (match === null || modules[match[1]] !== true || hasOwn(load(match[1]), name)) return undefined;
    return "module:" + match[1];
}

function ownerOf(owner, name, source) {
    if (roots[owner] !== undefined && !hasOwn(roots[owner], name)) return "builtin:" + owner;
    const pattern = "(?<![\\w$.])" + quoted(owner) + "\\s*=\\s*" + REQUIRE;
    const required = exec(new Pattern("^[\\w$]+$"), owner) === null ? null : exec(new Pattern(pattern), source);
    if (required !== null && modules[required[1]] === true) return "module:" + required[1];
    if (owner === "this" || defines(source, name)) return "own:" + (owner === "this" ? "this" : "object");
    const made = exec(new Pattern("(?<![\\w$.])" + quoted(owner) + "\\s*=\\s*new\\s+([\\w$]+)"), source);
    if (made !== null && roots[made[1]] === undefined) return "own:" + made[1];
    // A property that exists, such as `length`, and was called.
    if (members[name] === false) return undefined;
    return "builtin:value";
}

// Whether the program itself gives some object a member of this name.
function defines(source, name) {
    const word = quoted(name);
    return (
        exec(new Pattern("[.]" + word + "\\s*=(?!=)"), source) !== null ||
        exec(new Pattern("(?<![\\w$.])['\"]?" + word + "['\"]?\\s*:"), source) !== null ||
        exec(new Pattern("(?<![\\w$.])" + word + "\\s*\\([^()]*\\)\\s*\\{"), source) !== null ||
        exec(new Pattern("(?<![\\w$.])" + word + "\\s*="), source) !== null
    );
}

// Whether the parser was content until the text ended: the sign of a truncated answer.
function isCutOff(error, source) {
    const message = messageOf(error);
    if (message === "Unexpected end of input" || message === "Unterminated template literal") return true;
    const line = lineOf(error);
    const isOpen =
        message === "Invalid or unexpected token" ||
        indexOf(message, "missing ) ") === 0 ||
        indexOf(message, "Invalid regular expression: missing /") === 0;
    return isOpen && line !== undefined && line >= lastLine(source);
}

function lastLine(source) {
    let line = 1;
    let last = 1;
    for (let index = 0; index < source.length; index++) {
        if (source[index] === "\n") line++;
        else if (source[index] !== " " && source[index] !== "\t" && source[index] !== "\r") last = line;
    }
    return last;
}

module.exports = { SOURCE_NAME, describe, isCutOff, takeLines };
