// The wire format of runners/WIRE.md: typed values and frames, encoded and decoded exactly.
//
// Whatever runs after the candidate is loaded uses only what is captured here, and no syntax that looks up an
// iterator: a program may patch every prototype.
"use strict";

const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const uncurry = Function.prototype.bind.bind(Function.prototype.call);
const { isArray } = Array;
const { isInteger } = Number;
const { isMap, isProxy, isSet, isUint8Array } = require("util").types;
const [ArrayPrototype, MapPrototype, SetPrototype] = [Array.prototype, Map.prototype, Set.prototype];
const [BytesPrototype, BufferPrototype, ObjectPrototype] = [Uint8Array.prototype, Buffer.prototype, Object.prototype];
const BigIntOf = BigInt;
const allocate = Buffer.allocUnsafeSlow;

const bigDigits = uncurry(BigInt.prototype.toString);
const bytesLength = uncurry(getOwnPropertyDescriptor(getPrototypeOf(BytesPrototype), "length").get);
const bytesPart = uncurry(BytesPrototype.subarray);
const bytesSet = uncurry(BytesPrototype.set);
const bytesSlice = uncurry(BytesPrototype.slice);
const charCodeAt = uncurry(String.prototype.charCodeAt);
const floatPut = uncurry(DataView.prototype.setFloat64);
const mapEach = uncurry(MapPrototype.forEach);
const mapSize = uncurry(getOwnPropertyDescriptor(MapPrototype, "size").get);
const setEach = uncurry(SetPrototype.forEach);
const setSize = uncurry(getOwnPropertyDescriptor(SetPrototype, "size").get);
const utf8Write = uncurry(BufferPrototype.utf8Write);

const MAXIMUM_DEPTH = 200;
const MAXIMUM_BYTES = 16 * 1024 * 1024;
// Decimal conversion takes more than linear time; no honest answer has 120,000 digits.
const MAXIMUM_BITS = 400000;

// Thrown where results need more bytes than they may have.
const TooLarge = { __proto__: null };

const scratch = new DataView(new ArrayBuffer(8));
const scratchBytes = new Uint8Array(scratch.buffer);
const byteDigits = [];
for (let byte = 0; byte < 256; byte++) byteDigits[byte] = byte.toString(16).padStart(2, "0");

// Returns the name of the class that an object's prototype chain gives first.
function className(value) {
    try {
        for (let at = getPrototypeOf(value); at !== null; at = getPrototypeOf(at)) {
            const name = nameOfPrototype(at);
            if (name !== undefined) return name;
        }
    } catch {
        // A proxy's traps may throw; its name does not matter.
    }
    return "Object";
}

// Returns the own name of the constructor that owns a prototype; undefined where it has none.
function nameOfPrototype(prototype) {
    const owner = getOwnPropertyDescriptor(prototype, "constructor");
    if (owner === undefined || typeof owner.value !== "function") return undefined;
    const name = getOwnPropertyDescriptor(owner.value, "name");
    return name !== undefined && typeof name.value === "string" && name.value !== "" ? name.value : undefined;
}

function isWellFormed(text) {
    for (let index = 0; index < text.length; index++) {
        const unit = charCodeAt(text, index);
        if (unit < 0xd800 || unit > 0xdfff) continue;
        if (unit > 0xdbff || ++index === text.length) return false;
        const low = charCodeAt(text, index);
        if (low < 0xdc00 || low > 0xdfff) return false;
    }
    return true;
}

// Writes values into one growing buffer. Types are those of a `T` frame; undefined means: by what the value is.
class Encoder {
    // `room`: bytes it may take. `records`: a record's name to its fields. `prototypeOf`: a record's name to the
    // prototype that the program's own class of that name gives, or undefined.
    constructor(room, isWide, records, prototypeOf) {
        this.capacity = 4096;
        this.bytes = allocate(this.capacity);
        this.size = 0;
        this.room = room;
        this.isWide = isWide;
        this.records = records;
        this.prototypeOf = prototypeOf;
    }

    reserve(count) {
        const needed = this.size + count;
        if (needed > this.room) throw TooLarge;
        if (needed <= this.capacity) return;
        this.capacity = needed * 2;
        const larger = allocate(this.capacity);
        bytesSet(larger, this.bytes);
        this.bytes = larger;
    }

    ascii(text) {
        this.reserve(text.length);
        for (let index = 0; index < text.length; index++) this.bytes[this.size++] = charCodeAt(text, index);
    }

    // Writes a tag, a length and the UTF-8 of a text; returns false, writing nothing, at a lone surrogate.
    text(tag, text) {
        if (!isWellFormed(text)) return false;
        const body = allocate(text.length * 3);
        const length = utf8Write(body, text, 0, text.length * 3);
        this.body(tag, body, length);
        return true;
    }

    body(tag, bytes, length) {
        this.ascii(tag + length + ":");
        this.reserve(length);
        bytesSet(this.bytes, bytesPart(bytes, 0, length), this.size);
        this.size += length;
    }

    opaque(name) {
        if (name.length > 60 || !this.text("X", name)) this.text("X", "Object");
    }

    integer(value) {
        if (bigDigits(value, 16).length * 4 > MAXIMUM_BITS) throw TooLarge;
        this.ascii("I" + bigDigits(value) + ";");
    }

    float(value) {
        floatPut(scratch, 0, value);
        let digits = "D";
        for (let index = 0; index < 8; index++) digits += byteDigits[scratchBytes[index]];
        this.ascii(digits);
    }

    number(value, type) {
        const mayCount = type === "int" ? !this.isWide : type !== "float" && (value !== 0 || 1 / value > 0);
        if (mayCount && isInteger(value)) this.integer(BigIntOf(value));
        else this.float(value);
    }

    value(value, type, depth) {
        while (type !== undefined && type[0] === "optional") type = type[1];
        if (type === "void") return this.ascii("N");
        switch (typeof value) {
            case "string":
                return this.text("S", value) ? undefined : this.opaque("string");
            case "number":
                return this.number(value, type);
            case "boolean":
                return this.ascii(value ? "T" : "F");
            case "undefined":
                return this.ascii("N");
            case "bigint":
                return this.isWide ? this.integer(value) : this.opaque("bigint");
            case "object":
                return value === null ? this.ascii("N") : this.object(value, type, depth);
            default:
                return this.opaque(typeof value);
        }
    }

    object(value, type, depth) {
        if (isProxy(value)) return this.opaque("Proxy");
        if (depth >= MAXIMUM_DEPTH) return this.opaque("too deep");
        const prototype = getPrototypeOf(value);
        if (isArray(value) && prototype === ArrayPrototype) return this.array(value, type, depth);
        if (isMap(value) && prototype === MapPrototype) return this.map(value, type, depth);
        if (isSet(value) && prototype === SetPrototype) return this.set(value, type, depth);
        if (isUint8Array(value) && (prototype === BytesPrototype || prototype === BufferPrototype)) {
            return this.body("B", value, bytesLength(value));
        }
        if (type === undefined || type[0] !== "record" || !this.record(value, prototype, type[1], depth)) {
            this.opaque(className(value));
        }
    }

    array(value, type, depth) {
        const kind = type === undefined ? "" : type[0];
        const length = value.length;
        this.ascii((kind === "tuple" ? "U" : "L") + length + ":");
        for (let index = 0; index < length; index++) {
            const element = getOwnPropertyDescriptor(value, index);
            const inner = kind === "tuple" ? type[index + 1] : kind === "list" ? type[1] : undefined;
            if (element === undefined) this.ascii("N");
            else if (element.get !== undefined || element.set !== undefined) this.opaque("accessor");
            else this.value(element.value, inner, depth + 1);
        }
    }

    map(value, type, depth) {
        const isDeclared = type !== undefined && type[0] === "map";
        this.ascii("M" + mapSize(value) + ":");
        mapEach(value, (item, key) => {
            this.value(key, isDeclared ? type[1] : undefined, depth + 1);
            this.value(item, isDeclared ? type[2] : undefined, depth + 1);
        });
    }

    set(value, type, depth) {
        const inner = type !== undefined && type[0] === "set" ? type[1] : undefined;
        this.ascii("E" + setSize(value) + ":");
        setEach(value, (element) => this.value(element, inner, depth + 1));
    }

    // Writes an object that has exactly the fields of a record, as plain data; returns false for any other.
    record(value, prototype, name, depth) {
        const fields = this.records[name];
        if (prototype !== ObjectPrototype && prototype !== null && prototype !== this.prototypeOf(name)) return false;
        if (ownKeys(value).length !== fields.length) return false;
        for (let index = 0; index < fields.length; index++) {
            const field = getOwnPropertyDescriptor(value, fields[index][0]);
            if (field === undefined || field.get !== undefined || field.set !== undefined) return false;
        }
        this.text("R", name);
        this.ascii(fields.length + ":");
        for (let index = 0; index < fields.length; index++) {
            this.text("S", fields[index][0]);
            this.value(getOwnPropertyDescriptor(value, fields[index][0]).value, fields[index][1], depth + 1);
        }
        return true;
    }

    // Writes a map of facts, given as pairs of a text and plain data.
    facts(pairs) {
        this.ascii("M" + pairs.length + ":");
        for (let index = 0; index < pairs.length; index++) {
            this.text("S", pairs[index][0]);
            this.value(pairs[index][1], undefined, 1);
        }
    }

    // Returns the bytes written since `start`.
    since(start) {
        return bytesSlice(this.bytes, start, this.size);
    }
}

module.exports = { Encoder, MAXIMUM_BYTES, TooLarge, className, nameOfPrototype };
