const fs = require("fs");

function attempts(place, port, process) {
    const found = [];
    try { found.push("read the canary: " + fs.readFileSync(place + "/secret").length); } catch (error) {}
    try { fs.appendFileSync(place + "/secret", ""); found.push("append to the canary"); } catch (error) {}
    for (const name of Object.keys(globalThis.process.env)) {
        if (/EVALHARNESS|SECRET|TOKEN|KEY|SSH/.test(name)) found.push("variable " + name);
    }
    try { globalThis.process.kill(Number(process), 0); found.push("signal a process of the host"); } catch (error) {}
    return found;
}
