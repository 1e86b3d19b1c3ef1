// Describes this Node to the harness: one fact a line, as runners/README.md lists them.
"use strict";

const fs = require("fs");
const path = require("path");

const program = fs.realpathSync(process.execPath);
const objects = process.report.getReport().sharedObjects.filter((each) => each.startsWith("/") && fs.existsSync(each));
// Real folders; and the loader under the name that the kernel looks for.
const folders = objects.map((each) => path.dirname(fs.realpathSync(each)));
const loaders = objects.filter((each) => path.basename(each).startsWith("ld-"));
// Debian's Node reads parts of its own library from files.
const library = ["acorn", "cjs-module-lexer", "undici"].map((name) => `/usr/share/nodejs/${name}`);
const paths = new Set([program, ...folders, ...loaders, ...library.filter((each) => fs.existsSync(each))]);

// Where packages of Debian lie, with the one that tests of others need.
const packages = "/usr/share/nodejs";
if (fs.existsSync(`${packages}/lodash/lodash.js`)) {
    console.log("define", "modules", packages);
    paths.add(`${packages}/lodash`);
} else {
    console.log("define", "modules");
}
console.log("version", process.versions.node);
const versions = Object.entries(process.versions).map((pair) => pair.join(" "));
console.log("build", versions.join(", "), process.arch);
console.log("executable", program);
for (const each of paths) console.log("path", each);
