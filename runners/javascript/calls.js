// The calls that descriptor 3 holds: frames, and arguments decoded by their declared types.
"use strict";

const uncurry = Function.prototype.bind.bind(Function.prototype.call);
const [BigIntOf, Bytes, MapOf, NumberOf, SetOf] = [BigInt, Uint8Array, Map, Number, Set];
const bytesIndexOf = uncurry(Uint8Array.prototype.indexOf);
const floatAt = uncurry(DataView.prototype.getFloat64);
const latin1Slice = uncurry(Buffer.prototype.latin1Slice);
const mapSet = uncurry(Map.prototype.set);
const setAdd = uncurry(Set.prototype.add);
const utf8Slice = uncurry(Buffer.prototype.utf8Slice);
const { defineProperty } = Reflect;

const scratch = new DataView(new ArrayBuffer(8));
const scratchBytes = new Uint8Array(scratch.buffer);

const SEMICOLON = 0x3b;
const COLON = 0x3a;

// Reads values one after the other. The calls come from the harness, so a fault in them is a fault of ours.
class Decoder {
    // `isWide`: whether integers are bigints; `construct`: builds a record from its name and its fields' values.
    constructor(bytes, isWide, construct) {
        this.bytes = bytes;
        this.at = 0;
        this.isWide = isWide;
        this.construct = construct;
    }

    // Returns the next value. Records need `construct`; maps become Maps.
    value() {
        const tag = this.bytes[this.at++];
        switch (tag) {
            case 0x4e: // N
                return null;
            case 0x54: // T
                return true;
            case 0x46: // F
                return false;
            case 0x49: // I
                return this.integer();
            case 0x44: // D
                return this.float();
            case 0x53: // S
                return this.text();
            case 0x42: // B
                return this.body();
            case 0x4c: // L
            case 0x55: // U
                return this.list();
            case 0x45: // E
                return this.set();
            case 0x4d: // M
                return this.map();
            case 0x52: // R
                return this.record();
            default:
                throw new Error("a value has an unknown tag");
        }
    }

    until(mark) {
        const end = bytesIndexOf(this.bytes, mark, this.at);
        if (end < 0) throw new Error("a value ends too early");
        const digits = latin1Slice(this.bytes, this.at, end);
        this.at = end + 1;
        return digits;
    }

    count() {
        return NumberOf(this.until(COLON));
    }

    integer() {
        const digits = this.until(SEMICOLON);
        return this.isWide ? BigIntOf(digits) : NumberOf(digits);
    }

    float() {
        for (let index = 0; index < 8; index++, this.at += 2) {
            scratchBytes[index] = NumberOf("0x" + latin1Slice(this.bytes, this.at, this.at + 2));
        }
        return floatAt(scratch, 0);
    }

    text() {
        const length = this.count();
        this.at += length;
        return utf8Slice(this.bytes, this.at - length, this.at);
    }

    body() {
        const length = this.count();
        const bytes = new Bytes(length);
        for (let index = 0; index < length; index++) bytes[index] = this.bytes[this.at++];
        return bytes;
    }

    list() {
        const items = [];
        for (let count = this.count(), index = 0; index < count; index++) put(items, index, this.value());
        return items;
    }

    set() {
        const set = new SetOf();
        for (let count = this.count(); count > 0; count--) setAdd(set, this.value());
        return set;
    }

    map() {
        const map = new MapOf();
        for (let count = this.count(); count > 0; count--) {
            const key = this.value();
            mapSet(map, key, this.value());
        }
        return map;
    }

    record() {
        const name = this.text();
        const names = [];
        const values = [];
        for (let count = this.count(), index = 0; index < count; index++) {
            this.at++;
            put(names, index, this.text());
            put(values, index, this.value());
        }
        return this.construct(name, names, values);
    }
}

// Sets an element even where a program gave Array.prototype a setter for that index.
function put(array, index, value) {
    defineProperty(array, index, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
}

// Splits all that a file of frames holds into objects with `kind`, `payload` and its `length`, up to the `Z`.
function framesOf(bytes) {
    const frames = [];
    for (let at = 0; at < bytes.length; ) {
        const colon = bytes.indexOf(COLON, at);
        const length = Number(bytes.latin1Slice(at + 1, colon));
        if (colon < 0 || !(colon + 1 + length <= bytes.length)) throw new Error("a frame ends too early");
        const kind = String.fromCharCode(bytes[at]);
        if (kind === "Z") break;
        frames.push({ __proto__: null, kind, payload: bytes.subarray(colon + 1, colon + 1 + length), length });
        at = colon + 1 + length;
    }
    return frames;
}

// Returns what a `T` frame says as plain objects without prototypes.
function typesOf(payload) {
    const plain = (value) => {
        if (Array.isArray(value)) return value.map(plain);
        if (!(value instanceof Map)) return value;
        const object = { __proto__: null };
        for (const [key, item] of value) object[key] = plain(item);
        return object;
    };
    return plain(new Decoder(payload, false).value());
}

module.exports = { Decoder, framesOf, put, typesOf };
