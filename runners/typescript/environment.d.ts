// What Node gives every program, as far as programs of ours may need it.

interface Console {
    log(...values: any[]): void;
    error(...values: any[]): void;
    warn(...values: any[]): void;
    info(...values: any[]): void;
    debug(...values: any[]): void;
    table(value: any): void;
    trace(...values: any[]): void;
    assert(condition?: boolean, ...values: any[]): void;
}
declare var console: Console;
declare var process: any;
declare var Buffer: any;
declare var module: any;
declare var exports: any;
declare var require: any;
declare var global: any;
declare var __filename: string;
declare var __dirname: string;
declare var performance: { now(): number };
declare function setTimeout(callback: (...values: any[]) => void, delay?: number, ...values: any[]): any;
declare function clearTimeout(timer: any): void;
declare function setInterval(callback: (...values: any[]) => void, delay?: number, ...values: any[]): any;
declare function clearInterval(timer: any): void;
declare function setImmediate(callback: (...values: any[]) => void, ...values: any[]): any;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T): T;
declare class TextEncoder {
    encode(text?: string): Uint8Array;
}
declare class TextDecoder {
    constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
    decode(bytes?: ArrayBufferView | ArrayBuffer): string;
}

// Newer than the compiler's library, and there all the same.
interface Array<T> {
    findLast<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S): S | undefined;
    findLast(predicate: (value: T, index: number, array: T[]) => unknown): T | undefined;
    findLastIndex(predicate: (value: T, index: number, array: T[]) => unknown): number;
    toReversed(): T[];
    toSorted(compare?: (left: T, right: T) => number): T[];
    toSpliced(start: number, count?: number, ...items: T[]): T[];
    with(index: number, value: T): T[];
}

declare module "assert";
declare module "buffer";
declare module "crypto";
declare module "events";
declare module "fs";
declare module "os";
declare module "path";
declare module "perf_hooks";
declare module "process";
declare module "querystring";
declare module "stream";
declare module "string_decoder";
declare module "timers";
declare module "url";
declare module "util";
declare module "v8";
declare module "vm";
declare module "zlib";
declare module "node:*";
