function attempts(place, port, process) {
    const held = [];
    for (;;) held.push(Buffer.alloc(1 << 20, 1));
}
