// Runs a candidate and reports plain data; runners/WIRE.md is the specification.
//
// Started as `driver.js calls ENTRYPOINT` in the box's folder. Descriptor 3 holds a `T` frame with the task's types and
// then the calls; descriptor 4 takes the results.
"use strict";

const fs = require("fs");
const vm = require("vm");
const { createRequire } = require("module");
const { TextDecoder } = require("util");
const { Decoder, framesOf, typesOf } = require("./calls.js");
const { SOURCE_NAME, describe, isCutOff, takeLines } = require("./diagnostics.js");
const { sourceOf, withoutComments } = require("./source.js");
const { Encoder, MAXIMUM_BYTES, TooLarge } = require("./wire.js");

const { apply, construct, getOwnPropertyDescriptor } = Reflect;
const { writeSync } = fs;
const exit = process.reallyExit.bind(process);

const CHANNEL = 3;
const RESULTS = 4;
// The harness's own fault, as opposed to anything a candidate does.
const FAULT = 70;
// What all results of a program may take: the frames that tell of its failures still fit behind them.
const RESULT_BYTES = MAXIMUM_BYTES - 256 * 1024;
const PARAMETERS = ["exports", "require", "module", "__filename", "__dirname"];

let room = RESULT_BYTES;
let program;
let types;
const objects = { __proto__: null };

function send(kind, encoder) {
    const head = new Encoder(64);
    head.ascii(kind + encoder.size + ":");
    sendAll(head);
    sendAll(encoder);
}

function sendAll(encoder) {
    for (let at = 0; at < encoder.size; ) at += writeSync(RESULTS, encoder.bytes, at, encoder.size - at);
}

function sendFacts(kind, facts, sequence) {
    const encoder = new Encoder(MAXIMUM_BYTES);
    if (sequence !== undefined) encoder.ascii("I" + sequence + ";");
    encoder.facts(facts);
    send(kind, encoder);
}

// Returns the facts of a failure that the driver itself finds.
function factsOf(type, stage, message, missing) {
    const facts = [["type", type], ["stage", stage], ["message", message]];
    if (missing !== undefined) facts[3] = ["missing_entry", missing];
    return facts;
}

function readAll(descriptor) {
    const pieces = [];
    for (;;) {
        const piece = Buffer.allocUnsafeSlow(1 << 16);
        const count = fs.readSync(descriptor, piece, 0, piece.length, null);
        if (count === 0) return Buffer.concat(pieces);
        pieces.push(piece.subarray(0, count));
    }
}

// Compiles a program as Node compiles a CommonJS module; the names asked for are read when it has run.
function compile(text, names) {
    // Alone first: what is appended must not complete a program that is cut off.
    vm.compileFunction(text, PARAMETERS, { filename: SOURCE_NAME });
    const reads = names.map((name) => `${name}: typeof ${name} === "undefined" ? undefined : ${name}`);
    const whole = `${text}\n;return {__proto__: null, ${reads.join(", ")}};`;
    return vm.compileFunction(whole, PARAMETERS, { filename: SOURCE_NAME });
}

// Loads the program and returns what is known of it; returns null, having said why, where it cannot be called.
function load(entry) {
    let text = "";
    let stage = "parse";
    try {
        text = new TextDecoder("utf-8", { fatal: true }).decode(fs.readFileSync(SOURCE_NAME));
    } catch (error) {
        sendFacts("E", factsOf("SyntaxError", stage, "the source is not UTF-8"));
        return null;
    }
    if (text.startsWith("#!")) text = "//" + text.slice(2);
    takeLines(text);
    const plain = withoutComments(text);
    try {
        const names = [entry, ...Object.keys(types.records)].filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
        const body = sourceOf(text, (candidate) => compile(candidate, names));
        // From here on the program's own code runs, and may end the process.
        send("A", new Encoder(0));
        stage = "load";
        const found = run(body);
        if (typeof found[entry] === "function") return { plain, names: found };
        const what = found[entry] === undefined ? " is not defined" : " is not a function";
        const message = "the entry point " + entry + what;
        sendFacts("E", factsOf("HarnessMissingEntry", "load", message, entry));
    } catch (error) {
        const facts = describe(error, stage, plain);
        if (stage === "parse") facts[facts.length] = ["at_end", isCutOff(error, text)];
        sendFacts("E", facts);
    }
    return null;
}

// Runs the program's own top level; returns its names, those it only exports included.
function run(body) {
    const filename = process.cwd() + "/" + SOURCE_NAME;
    const module = { exports: {}, id: ".", filename, loaded: false, children: [], paths: [] };
    const requireFrom = createRequire(filename);
    module.require = requireFrom;
    const found = apply(body, module.exports, [module.exports, requireFrom, module, filename, process.cwd()]);
    const exported = module.exports;
    if (found === null || typeof found !== "object") return { __proto__: null };
    for (const name in found) {
        if (found[name] !== undefined || exported === null || exported === undefined) continue;
        found[name] = typeof exported === "function" && exported.name === name ? exported : exported[name];
        const main = exported.default;
        if (found[name] === undefined && main && main.name === name) found[name] = main;
    }
    return found;
}

// Returns the prototype that the program's own class for a record gives.
function prototypeOf(name) {
    const own = program.names[name];
    if (typeof own !== "function") return undefined;
    const prototype = getOwnPropertyDescriptor(own, "prototype");
    return prototype === undefined ? undefined : prototype.value;
}

// Builds an argument that is a record: by the program's class of that name, or as a plain object where it has none.
function record(name, names, values) {
    if (typeof program.names[name] === "function") return construct(program.names[name], values);
    const object = {};
    for (let index = 0; index < names.length; index++) object[names[index]] = values[index];
    return object;
}

// Thrown where a method's object was never constructed.
const Skipped = { __proto__: null };

// Returns the function or constructor that a call names, and the object that it is called on.
function target(kind, name, identity) {
    if (kind !== "M") return { callee: program.names[name], self: undefined };
    if (!(identity in objects)) throw Skipped;
    return { callee: objects[identity][name], self: objects[identity] };
}

function answer(frame) {
    const { kind, payload } = frame;
    const numbers = new Decoder(payload, false);
    const sequence = numbers.value();
    const identity = kind === "C" ? undefined : numbers.value();
    const name = numbers.value();
    let found;
    let call;
    try {
        call = decodedCall(frame, numbers.at, name);
        found = target(kind, name, identity);
        if (typeof found.callee !== "function") {
            return sendFacts("X", factsOf("TypeError", "call", name + " is not defined", name), sequence);
        }
        let result;
        if (kind === "O") objects[identity] = construct(found.callee, call.values);
        else result = apply(found.callee, found.self, call.values);
        reply(sequence, result, call);
    } catch (error) {
        sendFacts("X", failure(error), sequence);
    }
}

// Decodes the arguments of a call, and keeps their bytes where the program could change them.
function decodedCall({ kind, payload, length }, at, name) {
    const decoder = new Decoder(payload, types.wide, record);
    decoder.at = at;
    const signature = kind === "M" ? types.methods[name] : types;
    let isChangeable = false;
    for (let index = 0; index < signature.parameters.length; index++) {
        const type = signature.parameters[index][1];
        if (typeof type !== "string" || type === "bytes") isChangeable = true;
    }
    const returns = kind === "O" ? "void" : signature.returns;
    return { values: decoder.value(), payload, length, at, signature, isChangeable, returns };
}

function reply(sequence, result, call) {
    const encoder = new Encoder(room, types.wide, types.records, prototypeOf);
    encoder.ascii("I" + sequence + ";");
    encoder.value(result, call.returns, 0);
    const start = encoder.size;
    if (call.isChangeable) addArguments(encoder, call);
    if (!call.isChangeable || isSame(encoder, start, call)) {
        encoder.size = start;
        encoder.ascii("N");
    }
    room -= encoder.size;
    send("R", encoder);
}

function addArguments(encoder, call) {
    const parameters = call.signature.parameters;
    const start = encoder.size;
    try {
        encoder.ascii("L" + parameters.length + ":");
        for (let index = 0; index < parameters.length; index++) {
            encoder.value(call.values[index], parameters[index][1], 0);
        }
    } catch (error) {
        if (error !== TooLarge) throw error;
        encoder.size = start;
        encoder.ascii("L1:X9:too large");
    }
}

// Whether the arguments are, byte for byte, those of the call.
function isSame(encoder, start, call) {
    const length = encoder.size - start;
    if (length !== call.length - call.at) return false;
    for (let index = 0; index < length; index++) {
        if (encoder.bytes[start + index] !== call.payload[call.at + index]) return false;
    }
    return true;
}

function failure(error) {
    if (error === TooLarge) return factsOf("HarnessResultTooLarge", "call", "the result is too large");
    if (error === Skipped) return factsOf("HarnessSkipped", "call", "the object was not constructed");
    return describe(error, "call", program.plain);
}

// Makes writing to a stream wait for its reader: otherwise what a program prints in a loop would stay in its memory.
function block(name) {
    const { get } = getOwnPropertyDescriptor(process, name);
    const value = () => {
        const stream = apply(get, process, []);
        if (stream._handle && stream._handle.setBlocking) stream._handle.setBlocking(true);
        return stream;
    };
    Object.defineProperty(process, name, { get: value, configurable: true, enumerable: true });
}

function main(mode, entry) {
    if (mode !== "calls" || entry === undefined) throw new Error("usage: driver.js calls ENTRYPOINT");
    const frames = framesOf(readAll(CHANNEL));
    if (frames.length === 0 || frames[0].kind !== "T") throw new Error("the calls do not begin with their types");
    types = typesOf(frames[0].payload);
    types.records ??= { __proto__: null };
    // The driver's own modules are nobody else's business.
    for (const path of Object.keys(require.cache)) delete require.cache[path];
    block("stdout");
    block("stderr");
    process.argv.length = 1;
    process.argv[1] = SOURCE_NAME;
    program = load(entry);
    let count = 0;
    if (program !== null) {
        send("L", new Encoder(0));
        for (let index = 1; index < frames.length; index++, count++) answer(frames[index]);
    }
    const end = new Encoder(64);
    end.ascii("I" + count + ";");
    send("Z", end);
    exit(0);
}

try {
    main(process.argv[2], process.argv[3]);
} catch (error) {
    try {
        writeSync(2, "driver: " + (error && error.stack) + "\n");
    } finally {
        exit(FAULT);
    }
}
