//! Calls functions and objects of a program whose types are only known to the compiler.
//!
//! The glue names the entry points; their parameters are those that the program declares: `&[i64]`, `Vec<i64>` and
//! `&Vec<i64>` are served alike. The program is a module of the glue's crate, and this is a crate that both use.

pub mod codec;
pub mod wire;

use codec::{FromWire, ToWire};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Debug;
use std::panic::{catch_unwind, AssertUnwindSafe};
use wire::{diagnostic, leave, receive, send, Reader, Writer};

/// A raised error: its encoded diagnostic.
pub struct Raised(Vec<u8>);

impl Raised {
    /// The error of a `Result` by the name of its variant, which is what a derived `Debug` begins with.
    fn new(error: &dyn Debug) -> Raised {
        let message = format!("{:?}", error);
        let name: String = message.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        Raised(diagnostic(if name.is_empty() { "Err" } else { &name }, &message, None))
    }
}

// MARK: - Arguments

/// Encodes an argument as it is now, where the call can change it.
pub type Watch = Option<Box<dyn Fn() -> Vec<u8>>>;

/// What may stand for a parameter. References point to values that are never freed: calls are few, and the process is
/// short.
pub trait Argument: Sized {
    fn take(reader: &mut Reader) -> (Self, Watch);
}

#[macro_export]
macro_rules! plain_argument {
    ($type:ty $(, $part:ident: $($bound:tt)*)?) => {
        impl $(<$part: $($bound)*>)? $crate::Argument for $type {
            fn take(reader: &mut $crate::wire::Reader) -> (Self, $crate::Watch) {
                ($crate::codec::FromWire::read(reader), None)
            }
        }
    };
}

macro_rules! plain_arguments {
    ($($type:ty)*) => {$(plain_argument!($type);)*};
}

plain_arguments!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 bool String);

macro_rules! generic_arguments {
    ($([$($part:ident)*] $type:ty;)*) => {$(
        impl<$($part),*> Argument for $type where $type: FromWire {
            fn take(reader: &mut Reader) -> (Self, Watch) {
                (FromWire::read(reader), None)
            }
        }
    )*};
}

generic_arguments! {
    [T] Box<T>;
    [T] Option<T>;
    [T] Vec<T>;
    [T] std::collections::VecDeque<T>;
    [T] std::collections::BTreeSet<T>;
    [T S] std::collections::HashSet<T, S>;
    [K V] std::collections::BTreeMap<K, V>;
    [K V S] HashMap<K, V, S>;
    [A] (A,);
    [A B] (A, B);
    [A B C] (A, B, C);
    [A B C D] (A, B, C, D);
    [A B C D E] (A, B, C, D, E);
    [A B C D E F] (A, B, C, D, E, F);
}

impl<T, const N: usize> Argument for [T; N]
where
    [T; N]: FromWire,
{
    fn take(reader: &mut Reader) -> (Self, Watch) {
        (FromWire::read(reader), None)
    }
}

impl<T: FromWire> Argument for &'static T {
    fn take(reader: &mut Reader) -> (Self, Watch) {
        (Box::leak(Box::new(T::read(reader))), None)
    }
}

impl Argument for &'static str {
    fn take(reader: &mut Reader) -> (Self, Watch) {
        (FromWire::read(reader), None)
    }
}

impl<T: FromWire> Argument for &'static [T] {
    fn take(reader: &mut Reader) -> (Self, Watch) {
        (Box::leak(T::read_list(reader).into_boxed_slice()), None)
    }
}

fn encoded<T: ToWire + ?Sized>(value: &T) -> Vec<u8> {
    let mut writer = Writer::default();
    value.write(&mut writer);
    writer.bytes
}

/// Watches a value that a call may change.
///
/// The call has ended when the watch looks at it, so that nothing else refers to it.
fn watched<T: ToWire + ?Sized + 'static>(pointer: *mut T) -> Watch {
    Some(Box::new(move || encoded(unsafe { &*pointer })))
}

impl<T: FromWire + ToWire> Argument for &'static mut T {
    fn take(reader: &mut Reader) -> (Self, Watch) {
        let pointer = Box::into_raw(Box::new(T::read(reader)));
        (unsafe { &mut *pointer }, watched(pointer))
    }
}

impl<T: FromWire + ToWire> Argument for &'static mut [T] {
    fn take(reader: &mut Reader) -> (Self, Watch) {
        let pointer = Box::into_raw(T::read_list(reader).into_boxed_slice());
        (unsafe { &mut *pointer }, watched(pointer))
    }
}

// MARK: - Results

/// What a function may return: plain data, or a `Result` of it.
pub trait Outcome {
    fn finish(self, writer: &mut Writer) -> Result<usize, Raised>;
}

impl<T: ToWire> Outcome for T {
    fn finish(self, writer: &mut Writer) -> Result<usize, Raised> {
        self.write(writer);
        Ok(0)
    }
}

impl<T: ToWire, E: Debug> Outcome for Result<T, E> {
    fn finish(self, writer: &mut Writer) -> Result<usize, Raised> {
        match self {
            Ok(value) => value.finish(writer),
            Err(error) => Err(Raised::new(&error)),
        }
    }
}

/// The type of an object task; implemented by the glue.
pub trait Instance: Sized + 'static {}

/// What a constructor may return: the object, or a `Result` of it.
pub trait Construction {
    fn pointer(self) -> Result<usize, Raised>;
}

impl<T: Instance> Construction for T {
    fn pointer(self) -> Result<usize, Raised> {
        Ok(Box::into_raw(Box::new(self)) as usize)
    }
}

impl<T: Instance, E: Debug> Construction for Result<T, E> {
    fn pointer(self) -> Result<usize, Raised> {
        match self {
            Ok(object) => object.pointer(),
            Err(error) => Err(Raised::new(&error)),
        }
    }
}

/// How a method takes its object: `&self` or `&mut self`.
pub trait Receiver {
    fn at(address: usize) -> Self;
}

// The address comes from `Construction::pointer`, and one call runs at a time.
impl<T: Instance> Receiver for &'static T {
    fn at(address: usize) -> Self {
        unsafe { &*(address as *const T) }
    }
}

impl<T: Instance> Receiver for &'static mut T {
    fn at(address: usize) -> Self {
        unsafe { &mut *(address as *mut T) }
    }
}

// MARK: - Calls

pub struct Call<'a> {
    arguments: Vec<&'a [u8]>,
    object: usize,
    /// Arguments that the call may change: position, encoding before, encoder.
    watches: Vec<(usize, Vec<u8>, Box<dyn Fn() -> Vec<u8>>)>,
}

impl Call<'_> {
    fn argument<A: Argument>(&mut self, index: usize) -> A {
        let (value, watch) = A::take(&mut self.reader(index));
        self.watch(index, watch);
        value
    }

    fn reader(&self, index: usize) -> Reader {
        Reader { bytes: self.arguments[index] }
    }

    fn watch(&mut self, index: usize, watch: Watch) {
        if let Some(encode) = watch {
            self.watches.push((index, encode(), encode));
        }
    }

    /// The arguments as they are now if any has changed, or null.
    fn changed_arguments(&self, writer: &mut Writer) {
        let mut arguments: Vec<Vec<u8>> = self.arguments.iter().map(|bytes| bytes.to_vec()).collect();
        let mut has_changed = false;
        for (index, before, encode) in &self.watches {
            let after = encode();
            if after != *before {
                arguments[*index] = after;
                has_changed = true;
            }
        }
        if !has_changed {
            return writer.raw(b"N");
        }
        writer.head('L', arguments.len());
        arguments.iter().for_each(|argument| writer.raw(argument));
    }
}

/// Makes a call; the number is the address of an object that was constructed.
type Handler = Box<dyn Fn(&mut Call, &mut Writer) -> Result<usize, Raised>>;

thread_local! {
    static PANIC: RefCell<(String, Option<u32>)> = RefCell::new((String::new(), None));
}

#[derive(Default)]
pub struct Driver {
    functions: HashMap<String, (usize, Handler)>,
    methods: HashMap<String, (usize, Handler)>,
    constructor: Option<(usize, Handler)>,
    objects: HashMap<i128, usize>,
}

// What is generic is compiled with every program: it only wraps, and leaves the work to what is not.
macro_rules! entries {
    ($($function:ident $method:ident $constructor:ident $count:literal: $($part:ident $index:tt)*;)*) => {
        impl Driver {$(
            pub fn $function<$($part: Argument,)* R: Outcome>(&mut self, name: &str, f: impl Fn($($part),*) -> R + 'static) {
                self.add_function(name, $count, Box::new(move |_call, writer| {
                    f($(_call.argument::<$part>($index)),*).finish(writer)
                }));
            }

            pub fn $method<Object: Receiver, $($part: Argument,)* R: Outcome>(
                &mut self, name: &str, f: impl Fn(Object, $($part),*) -> R + 'static,
            ) {
                self.add_method(name, $count, Box::new(move |call, writer| {
                    f(Object::at(call.object), $(call.argument::<$part>($index)),*).finish(writer)
                }));
            }

            pub fn $constructor<$($part: Argument,)* R: Construction>(&mut self, f: impl Fn($($part),*) -> R + 'static) {
                self.add_constructor($count, Box::new(move |_call, _writer| {
                    f($(_call.argument::<$part>($index)),*).pointer()
                }));
            }
        )*}
    };
}

entries! {
    function0 method0 constructor0 0: ;
    function1 method1 constructor1 1: A 0;
    function2 method2 constructor2 2: A 0 B 1;
    function3 method3 constructor3 3: A 0 B 1 C 2;
    function4 method4 constructor4 4: A 0 B 1 C 2 D 3;
    function5 method5 constructor5 5: A 0 B 1 C 2 D 3 E 4;
    function6 method6 constructor6 6: A 0 B 1 C 2 D 3 E 4 F 5;
    function7 method7 constructor7 7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    function8 method8 constructor8 8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
}

impl Driver {
    fn add_function(&mut self, name: &str, count: usize, handler: Handler) {
        self.functions.insert(name.to_string(), (count, handler));
    }

    fn add_method(&mut self, name: &str, count: usize, handler: Handler) {
        self.methods.insert(name.to_string(), (count, handler));
    }

    fn add_constructor(&mut self, count: usize, handler: Handler) {
        self.constructor = Some((count, handler));
    }

    /// Answers all calls and ends the process.
    pub fn run(mut self) -> ! {
        std::panic::set_hook(Box::new(|info| {
            let payload = info.payload();
            let text = payload.downcast_ref::<&str>().map(|text| text.to_string());
            let message = text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default();
            let place = info.location().filter(|place| place.file().ends_with("solution.rs"));
            PANIC.with(|panic| *panic.borrow_mut() = (message, place.map(|place| place.line())));
        }));
        let calls = receive();
        let mut frames = Reader { bytes: &calls };
        send('L', b"");
        let mut answered = 0;
        while !frames.bytes.is_empty() {
            let letter = frames.tag();
            let length = frames.count();
            let payload = frames.take(length);
            match letter {
                b'Z' => break,
                b'C' | b'O' | b'M' => self.answer(letter, &mut Reader { bytes: payload }),
                _ => continue,
            }
            answered += 1;
        }
        send('Z', format!("I{};", answered).as_bytes());
        leave(0)
    }

    fn answer(&mut self, letter: u8, payload: &mut Reader) {
        let head = payload.skip(0);
        let id = if letter == b'C' { 0 } else { payload.integer() };
        let name = payload.text();
        let arguments: Vec<&[u8]> = (0..payload.items()).map(|_| payload.skip(0)).collect();
        let refuse = |diagnostic: Vec<u8>| send('X', &[head, &diagnostic].concat());

        let entry = match letter {
            b'C' => self.functions.get(name),
            b'M' => self.methods.get(name),
            _ => self.constructor.as_ref(),
        };
        let handler = match entry {
            Some((count, handler)) if *count == arguments.len() => handler,
            _ => return refuse(diagnostic("HarnessMissingEntry", name, None)),
        };
        let object = self.objects.get(&id).copied();
        if letter == b'M' && object.is_none() {
            return refuse(diagnostic("HarnessSkipped", name, None));
        }

        let mut call = Call { arguments, object: object.unwrap_or(0), watches: Vec::new() };
        let mut writer = Writer::default();
        writer.raw(head);
        match catch_unwind(AssertUnwindSafe(|| handler(&mut call, &mut writer))) {
            Ok(Ok(address)) => {
                if letter == b'O' {
                    self.objects.insert(id, address);
                    writer.raw(b"N");
                }
                call.changed_arguments(&mut writer);
                if writer.is_too_large {
                    return refuse(diagnostic("HarnessResultTooLarge", "the result takes more than 16 MiB", None));
                }
                send('R', &writer.bytes);
            }
            Ok(Err(Raised(diagnostic))) => refuse(diagnostic),
            Err(_) => {
                let (message, line) = PANIC.with(|panic| panic.borrow().clone());
                refuse(diagnostic("panic", &message, line));
            }
        }
    }
}
