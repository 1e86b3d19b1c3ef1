package evalharness;

import java.io.FileDescriptor;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The wire format of runners/WIRE.md: the bounded output, and values read as plain data. */
final class Wire {
    static final int MAXIMUM_DEPTH = 200;
    static final int MAXIMUM_BYTES = 16 << 20;
    /** What all results of a program may take: the frames that tell of its failures still fit behind them. */
    static final int RESULT_BYTES = MAXIMUM_BYTES - (1 << 18);

    /** Where results go, and the artefact of a compilation. */
    static final int RESULTS = 4;

    private Wire() {
    }

    /** Makes a descriptor of a number: the library offers no way but a private field. */
    static FileDescriptor descriptor(int number) throws ReflectiveOperationException {
        Field single = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
        single.setAccessible(true);
        sun.misc.Unsafe memory = (sun.misc.Unsafe) single.get(null);
        FileDescriptor descriptor = new FileDescriptor();
        memory.putInt(descriptor, memory.objectFieldOffset(FileDescriptor.class.getDeclaredField("fd")), number);
        return descriptor;
    }

    /** The caller's bytes are not what the format allows. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /** A value needs more bytes than a frame may have. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Bytes that may still be written, up to a bound. */
    static final class Output {
        private byte[] bytes = new byte[256];
        private int size;
        private final int room;

        Output(int room) {
            this.room = room;
        }

        int size() {
            return size;
        }

        byte[] toBytes() {
            return Arrays.copyOf(bytes, size);
        }

        void add(byte[] piece) {
            reserve(piece.length);
            System.arraycopy(piece, 0, bytes, size, piece.length);
            size += piece.length;
        }

        void add(char symbol) {
            reserve(1);
            bytes[size++] = (byte) symbol;
        }

        /** Writes ASCII. */
        void add(String ascii) {
            reserve(ascii.length());
            for (int index = 0; index < ascii.length(); index++) {
                bytes[size++] = (byte) ascii.charAt(index);
            }
        }

        private void reserve(int count) {
            if (count > room - size) {
                throw new TooLarge();
            }
            if (size + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + count, Math.min(room, 2 * bytes.length)));
            }
        }

        void header(char tag, int count) {
            add(tag);
            add(Integer.toString(count));
            add(':');
        }

        void body(char tag, byte[] body) {
            header(tag, body.length);
            add(body);
        }

        void text(String text) {
            body('S', text.getBytes(StandardCharsets.UTF_8));
        }

        /** Writes what a diagnostic holds: text, whole numbers, booleans, lists and maps of them. */
        void plain(Object value) {
            if (value instanceof String text) {
                text(text);
            } else if (value instanceof Boolean flag) {
                add(flag ? 'T' : 'F');
            } else if (value instanceof Integer number) {
                add('I');
                add(number.toString());
                add(';');
            } else if (value instanceof List<?> items) {
                header('L', items.size());
                for (Object item : items) {
                    plain(item);
                }
            } else if (value instanceof Map<?, ?> map) {
                header('M', map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    plain(entry.getKey());
                    plain(entry.getValue());
                }
            } else {
                add('N');
            }
        }
    }

    /** Reads tags, lengths and bodies in order; the harness is trusted, so a fault is its own. */
    static final class Input {
        private final byte[] bytes;
        private int at;
        private int end;

        Input(byte[] bytes) {
            this(bytes, 0, bytes.length);
        }

        Input(byte[] bytes, int at, int end) {
            this.bytes = bytes;
            this.at = at;
            this.end = end;
        }

        boolean isAtEnd() {
            return at >= end;
        }

        int position() {
            return at;
        }

        void moveTo(int position) {
            at = position;
        }

        char tag() {
            if (at >= end) {
                throw new Malformed("a value is missing");
            }
            return (char) bytes[at++];
        }

        char peek() {
            return at < end ? (char) bytes[at] : 0;
        }

        /** Skips a tag that must be there. */
        void expect(char tag) {
            if (tag() != tag) {
                throw new Malformed("expected a value with the tag " + tag);
            }
        }

        int count() {
            String digits = until(':');
            int count = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
            if (count > end - at) {
                throw new Malformed("a length runs past the end");
            }
            return count;
        }

        String until(char stop) {
            int from = at;
            while (tag() != stop) {
                continue;
            }
            return new String(bytes, from, at - 1 - from, StandardCharsets.US_ASCII);
        }

        byte[] body() {
            int count = count();
            at += count;
            return Arrays.copyOfRange(bytes, at - count, at);
        }

        /** Takes the next bytes as an input of their own. */
        Input slice(int count) {
            at += count;
            return new Input(bytes, at - count, at);
        }

        String text() {
            try {
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body())).toString();
            } catch (CharacterCodingException error) {
                throw new Malformed("text is not UTF-8");
            }
        }

        int integer() {
            expect('I');
            return Integer.parseInt(until(';'));
        }

        double real() {
            at += 16;
            String digits = new String(bytes, at - 16, 16, StandardCharsets.US_ASCII);
            return Double.longBitsToDouble(Long.parseUnsignedLong(digits, 16));
        }

        /** Reads a description of types: texts, lists, booleans and maps of them. */
        Object plain() {
            char tag = tag();
            switch (tag) {
                case 'S':
                    return text();
                case 'T':
                case 'F':
                    return tag == 'T';
                case 'N':
                    return null;
                case 'L':
                    List<Object> items = new ArrayList<>();
                    for (int left = count(); left > 0; left--) {
                        items.add(plain());
                    }
                    return items;
                case 'M':
                    Map<String, Object> map = new LinkedHashMap<>();
                    for (int left = count(); left > 0; left--) {
                        map.put((String) plain(), plain());
                    }
                    return map;
                default:
                    throw new Malformed("a type is described by the tag " + tag);
            }
        }
    }
}
