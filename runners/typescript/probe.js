// Describes this Node and its TypeScript to the harness: one fact a line, as runners/README.md lists them.
"use strict";

const { execFileSync } = require("child_process");
const fs = require("fs");
const path = require("path");

// Compiling goes through a shell script.
const TOOLS = ["sh", "cat", "head"].map((name) => `/usr/bin/${name}`);
const FOLDERS = ["/usr/share/nodejs", "/usr/lib/nodejs", "/usr/lib/node_modules", "/usr/local/lib/node_modules"];

const isCompiler = (each) => fs.existsSync(path.join(each, "typescript.js"));
const folder = FOLDERS.map((each) => path.join(each, "typescript", "lib")).find(isCompiler);
const program = fs.realpathSync(process.execPath);
const mapped = process.report.getReport().sharedObjects;
const listed = execFileSync("ldd", TOOLS, { encoding: "utf8" });
const linked = listed.match(/\/\S+(?= \(0x)/g) ?? [];
const objects = [...mapped, ...linked].filter((each) => each.startsWith("/") && fs.existsSync(each));
// Real folders; and the loader under the name that the kernel looks for.
const folders = objects.map((each) => path.dirname(fs.realpathSync(each)));
const loaders = objects.filter((each) => path.basename(each).startsWith("ld-"));

const packages = "/usr/share/nodejs";
const hasLodash = fs.existsSync(`${packages}/lodash/lodash.js`);
console.log("define", hasLodash ? `modules ${packages}` : "modules");
if (hasLodash) console.log("path", `${packages}/lodash`);
console.log("executable", program);
if (parseInt(process.versions.node, 10) < 18) console.log("missing", "nodejs (18 or newer)");
if (folder === undefined) {
    console.log("missing", "node-typescript");
} else {
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, "..", "package.json"), "utf8"));
    console.log("version", version);
    console.log("build", "TypeScript", version, "Node", process.versions.node, "V8", process.versions.v8, process.arch);
    console.log("define", "typescript", fs.realpathSync(folder));
    console.log("define", "typescript_compiler", fs.realpathSync(path.join(folder, "typescript.js")));
    console.log("path", fs.realpathSync(path.join(folder, "..")));
}
for (const each of new Set([program, "/usr/bin", ...folders, ...loaders])) console.log("path", each);
