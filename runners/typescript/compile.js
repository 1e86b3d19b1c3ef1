// Checks and translates a TypeScript program: messages on standard error, JavaScript to descriptor 4.
//
// Started as `compile.js SOURCE`, or as the main function of a start-up snapshot that this same file builds
// (`node --build-snapshot compile.js`): there the compiler is loaded and the library's declarations are parsed already,
// which is most of what a bare tsc does for each program.
"use strict";

const fs = require("fs");
const path = require("path");
const vm = require("vm");
const { startupSnapshot } = require("v8");

const RESULT = 4;
// The harness's own fault: the compiler cannot work. 1 says that the program does not compile.
const FAULT = 70;
const SOURCE_NAME = "/solution.ts";
const ENVIRONMENT_NAME = "/environment.d.ts";
const MAXIMUM_MESSAGES = 50;

const folder = process.env.TYPESCRIPT_FOLDER || "/usr/share/nodejs/typescript/lib";
const environment = fs.readFileSync(path.join(process.env.HARNESS_FOLDER || "/harness", "environment.d.ts"), "utf8");
const ts = loadCompiler(path.join(folder, "typescript.js"));
// What tsc does by default, but for the libraries: a program of ours sees Node, not a browser.
const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    lib: ["lib.es2022.d.ts"],
    types: [],
    skipLibCheck: true,
    skipDefaultLibCheck: true,
    sourceMap: true,
    // Every program is a module, so that its names may equal those of the library.
    moduleDetection: ts.ModuleDetectionKind.Force,
};
const parsed = new Map();

// A snapshot may only be built from one file, so `require` of anything but Node's own modules is not to be had.
function loadCompiler(file) {
    const module = { exports: {} };
    const body = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(file, "utf8")}\n})`;
    vm.runInThisContext(body, { filename: file })(module.exports, require, module, file, path.dirname(file));
    return module.exports;
}

function hostFor(text) {
    const own = new Map([[SOURCE_NAME, text], [ENVIRONMENT_NAME, environment]]);
    const isThere = (name) => own.has(name) || (path.dirname(name) === folder && fs.existsSync(name));
    return {
        getSourceFile(name, target) {
            // A program may refer to any file: only the library and its own text are there.
            if (!isThere(name)) return undefined;
            if (name === SOURCE_NAME) return ts.createSourceFile(name, text, target, true);
            if (!parsed.has(name)) {
                const content = own.get(name) ?? fs.readFileSync(name, "utf8");
                parsed.set(name, ts.createSourceFile(name, content, target));
            }
            return parsed.get(name);
        },
        getDefaultLibFileName: () => path.join(folder, "lib.es2022.d.ts"),
        getDefaultLibLocation: () => folder,
        getCurrentDirectory: () => "/",
        getCanonicalFileName: (name) => name,
        useCaseSensitiveFileNames: () => true,
        getNewLine: () => "\n",
        fileExists: isThere,
        readFile: (name) => own.get(name),
        directoryExists: () => false,
        getDirectories: () => [],
        writeFile() {},
    };
}

let previous;

function compile(text) {
    const program = ts.createProgram([SOURCE_NAME, ENVIRONMENT_NAME], options, hostFor(text), previous);
    const file = program.getSourceFile(SOURCE_NAME);
    let diagnostics = program.getSyntacticDiagnostics(file);
    if (diagnostics.length === 0) diagnostics = program.getSemanticDiagnostics(file);
    const errors = diagnostics.filter((each) => each.category === ts.DiagnosticCategory.Error);
    return { program, file, errors };
}

// Returns the JavaScript, its last line telling which line of the source each of its lines comes from.
function emit(program, file) {
    let script = "";
    let map = "";
    program.emit(file, (name, text) => {
        if (name.endsWith(".map")) map = text;
        else script = text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
    });
    return `${script}//# lines=${sourceLines(JSON.parse(map).mappings).join(",")}\n`;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Reads a source map's mappings: for each line of the output the line of the source, from 1, where its first piece
// comes from.
function sourceLines(mappings) {
    let line = 0;
    return mappings.split(";").map((segments) => {
        const before = line;
        let first;
        for (const segment of segments === "" ? [] : segments.split(",")) {
            line += numbersOf(segment)[2] ?? 0;
            first ??= line;
        }
        return (first ?? before) + 1;
    });
}

// Decodes the base 64 numbers of one segment.
function numbersOf(segment) {
    const numbers = [];
    let value = 0;
    let shift = 0;
    for (const digit of segment) {
        const bits = DIGITS.indexOf(digit);
        value += (bits & 31) << shift;
        shift += 5;
        if (bits & 32) continue;
        numbers.push(value & 1 ? -(value >> 1) : value >> 1);
        value = 0;
        shift = 0;
    }
    return numbers;
}

function messagesOf({ program, file, errors }) {
    const lines = errors.slice(0, MAXIMUM_MESSAGES).map((error) => {
        const { line, character } = file.getLineAndCharacterOfPosition(error.start ?? 0);
        const text = ts.flattenDiagnosticMessageText(error.messageText, "\n");
        return `solution.ts(${line + 1},${character + 1}): error TS${error.code}: ${text}${ownership(program, file, error)}`;
    });
    const isCutOff = errors.some((error) => error.code < 2000 && error.start >= file.text.trimEnd().length);
    return (isCutOff ? ["solution.ts: the source is cut off", ...lines] : lines).join("\n") + "\n";
}

// Tells where a complaint about arguments or a member concerns what the program itself declares.
function ownership(program, file, error) {
    const checker = program.getTypeChecker();
    const node = nodeAt(file, error.start ?? 0);
    if ([2554, 2555, 2575].includes(error.code)) {
        const declaration = callsOf(node).map((call) => checker.getResolvedSignature(call)?.declaration).find(Boolean);
        return declaration?.getSourceFile() === file ? " (own function)" : "";
    }
    if ([2339, 2551].includes(error.code) && node.parent !== undefined && ts.isPropertyAccessExpression(node.parent)) {
        const type = checker.getTypeAtLocation(node.parent.expression);
        const types = type.isUnion() ? type.types : [type];
        const isOwn = types.some((each) => each.symbol?.declarations?.some((one) => one.getSourceFile() === file));
        return isOwn ? " (own type)" : "";
    }
    return "";
}

function nodeAt(file, position) {
    let node = file;
    for (;;) {
        const holds = (child) => child.getStart(file) <= position && position < child.end;
        const inner = ts.forEachChild(node, (child) => (holds(child) ? child : undefined));
        if (inner === undefined) return node;
        node = inner;
    }
}

// Returns the innermost call that a node is in, as a list.
function callsOf(node) {
    for (let at = node; at !== undefined; at = at.parent) {
        if (ts.isCallExpression(at) || ts.isNewExpression(at)) return [at];
    }
    return [];
}

function main(source) {
    try {
        const text = new TextDecoder("utf-8", { fatal: true }).decode(fs.readFileSync(source));
        const compiled = compile(text);
        if (compiled.errors.length > 0) {
            fs.writeSync(2, messagesOf(compiled));
            process.exit(1);
        }
        writeAll(Buffer.from(emit(compiled.program, compiled.file)));
    } catch (error) {
        const isText = error instanceof TypeError && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA";
        fs.writeSync(2, isText ? "solution.ts(1,1): error TS1127: Invalid character.\n" : `compile: ${error.stack}\n`);
        process.exit(isText ? 1 : FAULT);
    }
}

function writeAll(bytes) {
    for (let at = 0; at < bytes.length; ) at += fs.writeSync(RESULT, bytes, at);
}

if (startupSnapshot.isBuildingSnapshot()) {
    // Checking something ordinary fills the checker's tables; the next program builds on this one.
    const ordinary = 'const words: string[] = ["a"]; new Map<string, number>().set(words.map((word) => word)[0], 1);';
    previous = compile(ordinary).program;
    startupSnapshot.setDeserializeMainFunction(() => main(process.argv[1]));
} else {
    main(process.argv[2]);
}
