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

declare function atob(text: string): string;
declare function btoa(text: string): string;
declare var crypto: any;
declare var fetch: any;
declare var AbortController: any;
declare var Event: any;
declare var EventTarget: any;
declare class URL {
    constructor(url: string, base?: string | URL);
    [part: string]: any;
}
declare class URLSearchParams {
    constructor(init?: any);
    [member: string]: any;
}
declare namespace NodeJS {
    type Timeout = any;
    type Timer = any;
    type Immediate = any;
    interface ErrnoException extends Error {
        code?: string;
    }
}

// Newer than the compiler's library, and there all the same.
interface String {
    isWellFormed(): boolean;
    toWellFormed(): string;
}
interface ReadonlyArray<T> {
    findLast(predicate: (value: T, index: number, array: readonly T[]) => unknown): T | undefined;
    findLastIndex(predicate: (value: T, index: number, array: readonly T[]) => unknown): number;
    toReversed(): T[];
    toSorted(compare?: (left: T, right: T) => number): T[];
    with(index: number, value: T): T[];
}
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
declare module "assert/strict";
declare module "async_hooks";
declare module "buffer";
declare module "child_process";
declare module "cluster";
declare module "console";
declare module "constants";
declare module "crypto";
declare module "dgram";
declare module "diagnostics_channel";
declare module "dns";
declare module "events";
declare module "fs";
declare module "fs/promises";
declare module "http";
declare module "http2";
declare module "https";
declare module "inspector";
declare module "module";
declare module "net";
declare module "os";
declare module "path";
declare module "path/posix";
declare module "path/win32";
declare module "perf_hooks";
declare module "process";
declare module "punycode";
declare module "querystring";
declare module "readline";
declare module "readline/promises";
declare module "repl";
declare module "stream";
declare module "stream/promises";
declare module "string_decoder";
declare module "sys";
declare module "timers";
declare module "timers/promises";
declare module "tls";
declare module "tty";
declare module "url";
declare module "util";
declare module "util/types";
declare module "v8";
declare module "vm";
declare module "wasi";
declare module "worker_threads";
declare module "zlib";
declare module "node:*";
