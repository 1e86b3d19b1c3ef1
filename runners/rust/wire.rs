//! The wire format of runners/WIRE.md: a cursor over calls, and a buffer for answers.

use std::io::{Read, Write};
use std::os::unix::io::FromRawFd;

pub const LARGEST_PAYLOAD: usize = 16 << 20;
pub const DEEPEST_VALUE: usize = 200;

extern "C" {
    fn _exit(code: i32) -> !;
}

/// Ends the process at once: nothing that the program registered runs.
pub fn leave(code: i32) -> ! {
    unsafe { _exit(code) }
}

/// Ends the process because the calls, which the harness wrote, cannot be understood.
pub fn give_up(reason: &str) -> ! {
    eprintln!("evalharness: {}", reason);
    leave(70)
}

/// A cursor over one encoded value after the other.
pub struct Reader<'a> {
    pub bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn peek(&self) -> u8 {
        *self.bytes.first().unwrap_or_else(|| give_up("the calls end inside a value"))
    }

    pub fn tag(&mut self) -> u8 {
        let tag = self.peek();
        self.bytes = &self.bytes[1..];
        tag
    }

    pub fn take(&mut self, length: usize) -> &'a [u8] {
        if length > self.bytes.len() {
            give_up("a length is beyond the end of the calls");
        }
        let (body, rest) = self.bytes.split_at(length);
        self.bytes = rest;
        body
    }

    fn until(&mut self, mark: u8) -> &'a str {
        let length = self.bytes.iter().take(64).position(|byte| *byte == mark);
        let body = self.take(length.unwrap_or_else(|| give_up("a number has no end")));
        self.tag();
        std::str::from_utf8(body).unwrap_or_else(|_| give_up("a number is not one"))
    }

    /// A length or count.
    pub fn count(&mut self) -> usize {
        let count = self.until(b':').parse().unwrap_or_else(|_| give_up("a count is not a number"));
        if count > self.bytes.len() {
            give_up("a count is larger than the bytes that are left");
        }
        count
    }

    pub fn integer(&mut self) -> i128 {
        self.expect(b"I", "an integer");
        self.until(b';').parse().unwrap_or_else(|_| give_up("an integer has too many digits"))
    }

    pub fn real(&mut self) -> f64 {
        if self.peek() == b'I' {
            return self.integer() as f64;
        }
        self.expect(b"D", "a number");
        let digits = std::str::from_utf8(self.take(16)).unwrap_or("");
        f64::from_bits(u64::from_str_radix(digits, 16).unwrap_or_else(|_| give_up("a number is not one")))
    }

    /// The body of a text or of bytes.
    pub fn body(&mut self) -> &'a [u8] {
        self.expect(b"SB", "a text");
        let length = self.count();
        self.take(length)
    }

    pub fn text(&mut self) -> &'a str {
        std::str::from_utf8(self.body()).unwrap_or_else(|_| give_up("a text is not UTF-8"))
    }

    /// How many values follow in a list, tuple or set.
    pub fn items(&mut self) -> usize {
        self.expect(b"LUE", "a list");
        self.count()
    }

    /// Steps over the name and the number of fields of a record.
    pub fn record(&mut self) {
        self.expect(b"R", "a record");
        let length = self.count();
        self.take(length);
        self.count();
    }

    pub fn expect(&mut self, tags: &[u8], what: &str) {
        if !tags.contains(&self.tag()) {
            give_up(&format!("an argument is not {} as the signature promises", what));
        }
    }

    /// Steps over one value and returns its encoding.
    pub fn skip(&mut self, depth: usize) -> &'a [u8] {
        if depth > DEEPEST_VALUE {
            give_up("a value is too deep");
        }
        let start = self.bytes;
        let values = match self.tag() {
            b'N' | b'T' | b'F' => 0,
            b'I' => {
                while self.tag() != b';' {}
                0
            }
            b'D' => {
                self.take(16);
                0
            }
            b'S' | b'B' | b'X' => {
                let length = self.count();
                self.take(length);
                0
            }
            b'L' | b'U' | b'E' => self.count(),
            b'M' => 2 * self.count(),
            b'R' => {
                let length = self.count();
                self.take(length);
                2 * self.count()
            }
            _ => give_up("a value has an unknown tag"),
        };
        for _ in 0..values {
            self.skip(depth + 1);
        }
        &start[..start.len() - self.bytes.len()]
    }
}

/// Collects encoded values; what does not fit into a frame is noted, not kept.
#[derive(Default)]
pub struct Writer {
    pub bytes: Vec<u8>,
    pub is_too_large: bool,
    depth: usize,
}

impl Writer {
    pub fn raw(&mut self, bytes: &[u8]) {
        self.is_too_large = self.is_too_large || self.bytes.len() + bytes.len() > LARGEST_PAYLOAD;
        if !self.is_too_large {
            self.bytes.extend_from_slice(bytes);
        }
    }

    pub fn head(&mut self, tag: char, count: usize) {
        self.raw(format!("{}{}:", tag, count).as_bytes());
    }

    pub fn integer(&mut self, digits: &dyn std::fmt::Display) {
        self.raw(format!("I{};", digits).as_bytes());
    }

    pub fn real(&mut self, value: f64) {
        self.raw(format!("D{:016x}", value.to_bits()).as_bytes());
    }

    pub fn text(&mut self, text: &str) {
        self.head('S', text.len());
        self.raw(text.as_bytes());
    }

    pub fn binary(&mut self, bytes: &[u8]) {
        self.head('B', bytes.len());
        self.raw(bytes);
    }

    /// Something that is not plain data, by the name of its type.
    pub fn opaque(&mut self, type_name: &str) {
        self.head('X', type_name.len());
        self.raw(type_name.as_bytes());
    }

    /// Begins what holds other values; false if it lies too deep or too much is written already.
    pub fn enters(&mut self, tag: char, count: usize) -> bool {
        self.is_allowed() && {
            self.head(tag, count);
            true
        }
    }

    pub fn enters_record(&mut self, name: &str, count: usize) -> bool {
        self.is_allowed() && {
            self.raw(format!("R{}:{}{}:", name.len(), name, count).as_bytes());
            true
        }
    }

    /// Ends what began with `enters`.
    pub fn leaves(&mut self) {
        self.depth -= 1;
    }

    fn is_allowed(&mut self) -> bool {
        if self.is_too_large {
            return false;
        }
        if self.depth >= DEEPEST_VALUE {
            self.opaque("too deep");
            return false;
        }
        self.depth += 1;
        true
    }
}

/// Reads all calls from descriptor 3, and closes it.
pub fn receive() -> Vec<u8> {
    let mut calls = Vec::new();
    // The descriptor belongs to the driver: nothing else in this process has used it yet.
    let mut file = unsafe { std::fs::File::from_raw_fd(3) };
    if file.read_to_end(&mut calls).is_err() {
        give_up("descriptor 3 cannot be read");
    }
    calls
}

/// Writes one frame to descriptor 4 at once, so that it survives whatever the program does next.
pub fn send(letter: char, payload: &[u8]) {
    let mut frame = format!("{}{}:", letter, payload.len()).into_bytes();
    frame.extend_from_slice(payload);
    let mut file = std::mem::ManuallyDrop::new(unsafe { std::fs::File::from_raw_fd(4) });
    if file.write_all(&frame).is_err() {
        leave(70);
    }
}

/// What is known about a failed call. Texts are bounded.
pub fn diagnostic(type_name: &str, message: &str, line: Option<u32>) -> Vec<u8> {
    let bounded = |text: &str, limit: usize| text.chars().take(limit).collect::<String>();
    let mut writer = Writer::default();
    writer.head('M', if line.is_some() { 5 } else { 4 });
    writer.text("type");
    writer.text(&bounded(type_name, 200));
    writer.text("message");
    writer.text(&bounded(message, 2000));
    writer.text("stage");
    writer.text("call");
    writer.text("bases");
    writer.head('L', 0);
    if let Some(line) = line {
        writer.text("line");
        writer.integer(&line);
    }
    writer.bytes
}
