// The program's text: comments apart, and the module syntax that a CommonJS script does not know.
"use strict";

// Strings, templates and comments; a slash that begins a regular expression is told from a division by what
// stands before it.
const PIECES = /"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'|`(?:\\[^]|[^`\\])*`|\/\/[^\n]*|\/\*[^]*?\*\//g;

// Returns the text with comments blanked, as searching for names needs it.
function withoutComments(text) {
    return text.replace(PIECES, (piece) => (piece[0] === "/" ? piece.replace(/[^\n]/g, " ") : piece));
}

// Returns what `compile` makes of a text, or of its CommonJS equivalent where it is written as a module.
function sourceOf(text, compile) {
    try {
        return compile(text);
    } catch (error) {
        if (!(error instanceof SyntaxError) || !/^\s*(?:import|export)\b/m.test(text)) throw error;
        try {
            return compile(asScript(text));
        } catch (cause) {
            throw cause instanceof SyntaxError ? cause : error;
        }
    }
}

// Rewrites imports as `require` and drops `export`, line for line.
function asScript(text) {
    return text
        .replace(/^([ \t]*)export\s+default\s+(?=(?:async\s+)?function\s*\*?\s*[\w$]|class\s+(?!extends\b)[\w$])/gm, "$1")
        .replace(/^([ \t]*)export\s+default\s+/gm, "$1module.exports = ")
        .replace(/^([ \t]*)export\s+(?=(?:async|function|class|const|let|var)\b)/gm, "$1")
        .replace(/^[ \t]*export\s*\{[^}]*\}\s*;?/gm, (piece) => piece.replace(/[^\n]/g, ""))
        .replace(/^([ \t]*)import\s+\*\s+as\s+([\w$]+)\s+from\s*(["'][^"'\n]+["'])/gm, "$1const $2 = require($3)")
        .replace(/^([ \t]*)import\s+([\w$]+)\s+from\s*(["'][^"'\n]+["'])/gm, "$1const $2 = require($3)")
        .replace(/^([ \t]*)import\s*(\{[^}]*\})\s*from\s*(["'][^"'\n]+["'])/gm, named)
        .replace(/^([ \t]*)import\s*(["'][^"'\n]+["'])/gm, "$1require($2)");
}

function named(piece, indent, names, module) {
    return `${indent}const ${names.replace(/\bas\b/g, ":")} = require(${module})`;
}

module.exports = { sourceOf, withoutComments };
