// Describes this Node to the harness: one fact a line, as runners/README.md lists them.
"use strict";

const fs = require("fs");
const path = require("path");

const program = fs.realpathSync(process.execPath);
const objects = process.report.getReport().sharedObjects.filter((each) => each.startsWith("/") && fs.existsSync(each));
// Real folders; and the loader under the name that the kernel looks for.
const folders = objects.map((each) => path.dirname(fs.realpathSync(each)));
const loaders = objects.filter((each) => path.basename(each).startsWith("ld-"));
// Debian keeps parts of Node's own library apart.
const library = ["/usr/share/nodejs", "/usr/share/javascript"].filter((each) => fs.existsSync(each) && !process.config.variables.node_prefix);

console.log("version", process.versions.node);
console.log("build", Object.entries(process.versions).map((pair) => pair.join(" ")).join(", "), process.arch);
console.log("executable", program);
for (const each of new Set([program, ...folders, ...loaders, ...library])) console.log("path", each);
