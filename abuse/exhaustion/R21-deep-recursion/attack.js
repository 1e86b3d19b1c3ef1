function deep(n) { return deep(n + 1) + 1; }

function attempts(place, port, process) {
    deep(0);
    return ["go on"];
}
