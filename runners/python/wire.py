"""The wire format of runners/WIRE.md: plain values and frames, encoded and decoded exactly."""

import sys
from _collections import OrderedDict, defaultdict
from os import read as _read, write as _write
from struct import pack, unpack

# A candidate may replace what `builtins` holds. Functions keep the builtins that their module's globals
# name when they are defined, so every module of this driver names a copy.
BUILTINS = dict(vars(__import__("builtins")))
__builtins__ = BUILTINS

MAXIMUM_DEPTH = 200
MAXIMUM_BYTES = 16 << 20
# Decimal conversion takes quadratic time; no honest answer has 120,000 digits.
MAXIMUM_BITS = 400_000
MAXIMUM_DIGITS = 120_412
# What one answer may become where it is decoded for a test: one for each value of a list, and more for what
# takes more memory. Four million need less than half of the memory that a test has.
MAXIMUM_ROOM = 4_000_000
CONTAINER_ROOM = 4
UNBOUNDED = 1 << 60
NAME_LENGTH = 200
# Beyond this many bits Python refuses the conversion unless its limit is lifted.
UNLIMITED_BITS = 2_000

_get_limit = getattr(sys, "get_int_max_str_digits", None)
_set_limit = getattr(sys, "set_int_max_str_digits", None)
_modules = sys.modules
_class_name = type.__dict__["__name__"].__get__
_class_module = type.__dict__["__module__"].__get__
_class_order = type.__dict__["__mro__"].__get__
_ordered_items = OrderedDict.items


class Malformed(Exception):
    """The bytes are not what the format allows."""


class CutOff(Malformed):
    """The bytes end in the middle of a frame: their writer died."""


class TooLarge(Exception):
    """A value needs more bytes than a frame may have, or holds more values than its reader takes."""


class NotPlain(Exception):
    """A value that must be plain data is not."""


class NotReturnable(NotPlain):
    """A value arrived as a stand-in for something that is no plain data, and cannot go back."""


def name_of(cls):
    """Returns a class's own name, whatever its metaclass says."""
    try:
        name = _class_name(cls)
    except Exception:
        return "object"
    return name if type(name) is str else "object"


def module_of(cls):
    """Returns the name of the module that defines a class, or the empty text."""
    try:
        name = _class_module(cls)
    except Exception:
        return ""
    return name if type(name) is str else ""


def decimal_of(number):
    """Converts an integer to decimal digits, past Python's own limit where needed."""
    if -(1 << UNLIMITED_BITS) < number < (1 << UNLIMITED_BITS) or _set_limit is None:
        return int.__repr__(number)
    if int.bit_length(number) > MAXIMUM_BITS:
        raise TooLarge()
    limit = _get_limit()
    _set_limit(0)
    try:
        return int.__repr__(number)
    finally:
        _set_limit(limit)


def integer_of(digits):
    """Converts canonical decimal digits to an integer, past Python's own limit where needed."""
    if len(digits) < 600 or _set_limit is None:
        return int(digits)
    limit = _get_limit()
    _set_limit(0)
    try:
        return int(digits)
    finally:
        _set_limit(limit)


class Encoder:
    """Writes values; what is not exactly a plain type becomes opaque, or an error where `strict`."""

    __slots__ = ("out", "room", "record_module", "strict")

    def __init__(self, record_module=None, strict=False, room=MAXIMUM_BYTES):
        self.out = []
        # Bytes that may still be written.
        self.room = room
        # Instances of data classes defined in this module cross as records.
        self.record_module = record_module
        self.strict = strict

    def opaque(self, name):
        if self.strict:
            raise NotPlain(name)
        body = name.encode("utf-8", "replace")[:200].decode("utf-8", "ignore").encode()
        self.add(b"X%d:%b" % (len(body), body))

    def add(self, piece):
        self.room -= len(piece)
        if self.room < 0:
            raise TooLarge()
        self.out.append(piece)

    def value(self, value, depth=0):
        kind = type(value)
        if kind is int:
            return self.add(b"I%b;" % decimal_of(value).encode())
        if kind is str:
            try:
                body = value.encode()
            except UnicodeEncodeError:
                return self.opaque("str")
            return self.add(b"S%d:%b" % (len(body), body))
        if value is None:
            return self.add(b"N")
        if kind is bool:
            return self.add(b"T" if value else b"F")
        if kind is float:
            return self.add(b"D%b" % pack(">d", value).hex().encode())
        if kind is bytes:
            return self.add(b"B%d:%b" % (len(value), value))
        if depth >= MAXIMUM_DEPTH:
            return self.opaque("too deep")
        if kind is list:
            return self.items(b"L%d:", value, depth)
        if kind is tuple:
            return self.items(b"U%d:", value, depth)
        if kind is dict or kind is defaultdict:
            return self.map(dict.items(value), dict.__len__(value), depth)
        if kind is set or kind is frozenset:
            return self.items(b"E%d:", value, depth)
        if kind is OrderedDict:
            return self.map(_ordered_items(value), dict.__len__(value), depth)
        counter = _modules.get("collections")
        if counter is not None and kind is vars(counter).get("Counter"):
            return self.map(dict.items(value), dict.__len__(value), depth)
        if self.record_module is not None and module_of(kind) == self.record_module:
            fields = record_fields(kind)
            if fields is not None:
                return self.record(kind, fields, value, depth)
        if kind is Inert and self.strict:
            raise NotReturnable(value.name)
        return self.opaque(name_of(kind))

    def items(self, header, items, depth):
        self.add(header % len(items))
        for item in items:
            self.value(item, depth + 1)

    def map(self, pairs, count, depth):
        self.add(b"M%d:" % count)
        for key, item in pairs:
            self.value(key, depth + 1)
            self.value(item, depth + 1)

    def record(self, kind, names, value, depth):
        name = name_of(kind).encode("utf-8", "replace")
        self.add(b"R%d:%b%d:" % (len(name), name, len(names)))
        for field in names:
            self.value(field, depth + 1)
            self.value(object.__getattribute__(value, field), depth + 1)


def record_fields(kind):
    """Returns the names of a data class's fields in order; None if the class is not one."""
    if type(kind) is not type:
        return None
    for base in _class_order(kind):
        fields = vars(base).get("__dataclass_fields__") if type(base) is type else None
        if type(fields) is dict:
            return [
                name
                for name, field in fields.items()
                if type(name) is str and name_of_kind(field) == "_FIELD"
            ]
    return None


def name_of_kind(field):
    """Returns how `dataclasses` classifies a field: class variables and init-only ones are no data."""
    return getattr(getattr(field, "_field_type", None), "name", None)


def encode(*values, record_module=None, strict=False, room=MAXIMUM_BYTES):
    """Encodes values one after the other; raises `TooLarge` where they take more than `room` bytes."""
    encoder = Encoder(record_module, strict, room)
    for value in values:
        encoder.value(value)
    return b"".join(encoder.out)


def frame(kind, payload):
    """Wraps a payload as one message."""
    return b"%b%d:%b" % (kind, len(payload), payload)


class Inert:
    """Stands for a value that is no plain data: equal to nothing, of no use."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name[:NAME_LENGTH]

    def __repr__(self):
        return "<%s object>" % self.name

    __hash__ = object.__hash__

    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True


class Decoder:
    """Reads values strictly: one representation each, bounded, nothing believed before it is there."""

    __slots__ = ("data", "record", "opaque", "hashing", "room")

    def __init__(self, data, record=None, opaque=None, room=UNBOUNDED):
        self.data = data
        # Builds the value of a record from its name and fields; None refuses records.
        self.record = record
        # Builds the stand-in of a value that did not cross; None refuses them.
        self.opaque = opaque
        # Sets inside something that needs a hash are frozen.
        self.hashing = 0
        # What may still be built.
        self.room = room

    def charge(self, room):
        self.room -= room
        if self.room < 0:
            raise TooLarge()

    def values(self):
        """Returns all values of a payload, which they must fill exactly."""
        values = []
        at = 0
        end = len(self.data)
        while at < end:
            value, at = self.value(at, 0)
            values.append(value)
        return values

    def count(self, at):
        end = self.data.find(b":", at, at + 13)
        digits = self.data[at:end] if end > at else b""
        if not digits.isdigit():
            raise Malformed("a length is not a decimal number")
        count = int(digits)
        if count > len(self.data) - end - 1:
            raise Malformed("a length runs past the end")
        return count, end + 1

    def body(self, at):
        count, at = self.count(at)
        return self.data[at : at + count], at + count

    def text(self, at):
        body, at = self.body(at)
        try:
            return body.decode(), at
        except UnicodeDecodeError:
            raise Malformed("text is not UTF-8") from None

    def value(self, at, depth):
        if depth > MAXIMUM_DEPTH:
            raise Malformed("nested too deep")
        data = self.data
        tag = data[at : at + 1]
        at += 1
        if tag == b"I":
            end = data.find(b";", at)
            digits = data[at:end] if end > at else b""
            magnitude = digits[1:] if digits[:1] == b"-" else digits
            if not magnitude.isdigit() or (magnitude[:1] == b"0" and len(magnitude) > 1):
                raise Malformed("an integer is not in canonical form")
            if len(magnitude) > MAXIMUM_DIGITS:
                raise Malformed("an integer is too long")
            return integer_of(digits), end + 1
        if tag == b"S":
            return self.text(at)
        if tag == b"L":
            return self.items(at, depth, list)
        if tag == b"N":
            return None, at
        if tag == b"T":
            return True, at
        if tag == b"F":
            return False, at
        if tag == b"D":
            try:
                digits = data[at : at + 16].decode("ascii")
                if len(digits) != 16 or not digits.isalnum():
                    raise ValueError
                return unpack(">d", bytes.fromhex(digits))[0], at + 16
            except ValueError:
                raise Malformed("a float is not 16 hexadecimal digits") from None
        if tag == b"U":
            return self.items(at, depth, tuple)
        if tag == b"M":
            return self.map(at, depth)
        if tag == b"E":
            kind = frozenset if self.hashing else set
            self.hashing += 1
            result = self.items(at, depth, kind)
            self.hashing -= 1
            return result
        if tag == b"B":
            return self.body(at)
        if tag == b"R" and self.record is not None:
            return self.fields(at, depth)
        if tag == b"X" and self.opaque is not None:
            name, at = self.text(at)
            self.charge(CONTAINER_ROOM)
            return self.opaque(name), at
        raise Malformed("a value has an unknown tag")

    def items(self, at, depth, kind):
        count, at = self.count(at)
        self.room -= CONTAINER_ROOM + (count if kind is list else 2 * count)
        if self.room < 0:
            raise TooLarge()
        items = []
        for _ in range(count):
            item, at = self.value(at, depth + 1)
            items.append(item)
        if kind is list:
            return items, at
        try:
            return kind(items), at
        except TypeError:
            raise Malformed("a set holds what cannot be hashed") from None

    def map(self, at, depth):
        count, at = self.count(at)
        self.charge(CONTAINER_ROOM * (count + 1))
        entries = {}
        for _ in range(count):
            self.hashing += 1
            key, at = self.value(at, depth + 1)
            self.hashing -= 1
            value, at = self.value(at, depth + 1)
            try:
                entries[key] = value
            except TypeError:
                raise Malformed("a map has a key that cannot be hashed") from None
        return entries, at

    def fields(self, at, depth):
        name, at = self.text(at)
        count, at = self.count(at)
        self.charge(CONTAINER_ROOM * (count + 1))
        fields = {}
        for _ in range(count):
            if self.data[at : at + 1] != b"S":
                raise Malformed("a field name must be text")
            field, at = self.text(at + 1)
            fields[field], at = self.value(at, depth + 1)
        return self.record(name, fields), at


class FrameReader:
    """Splits what arrives on a descriptor into frames."""

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.buffer = b""

    def next(self):
        """Returns the next frame's kind and payload; None at the end of the input."""
        header = self.header()
        if header is None:
            return None
        kind, length, start = header
        end = start + length
        if len(self.buffer) < end:
            self.fill(end)
        payload = self.buffer[start:end]
        self.buffer = self.buffer[end:]
        return kind, payload

    def header(self):
        while True:
            end = self.buffer.find(b":", 0, 14)
            if end >= 0:
                break
            if len(self.buffer) >= 14:
                raise Malformed("a frame has no length")
            if not self.more():
                if self.buffer:
                    raise CutOff("a frame ends too early")
                return None
        kind = self.buffer[:1]
        digits = self.buffer[1:end]
        if not (b"A" <= kind <= b"Z" and digits.isdigit()):
            raise Malformed("a frame's head is not a letter and a length")
        length = int(digits)
        if length > MAXIMUM_BYTES:
            raise Malformed("a frame is too long")
        return kind, length, end + 1

    def fill(self, end):
        pieces = [self.buffer]
        missing = end - len(self.buffer)
        while missing > 0:
            piece = _read(self.descriptor, min(missing, 1 << 20))
            if not piece:
                raise CutOff("a frame ends too early")
            pieces.append(piece)
            missing -= len(piece)
        self.buffer = b"".join(pieces)

    def more(self):
        piece = _read(self.descriptor, 1 << 16)
        self.buffer += piece
        return bool(piece)


def send(descriptor, data):
    """Writes all bytes."""
    count = _write(descriptor, data)
    while count < len(data):
        data = data[count:]
        count = _write(descriptor, data)
