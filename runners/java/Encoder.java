package evalharness;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes results: values of plain types as themselves, everything else as opaque.
 *
 * <p>Java has no tuples and no difference between a list and a fixed sequence, so the task's type decides
 * between list and tuple; nothing else is bent to the task's type. Collections count only if their class is the
 * standard library's own.
 */
final class Encoder {
    // Decimal conversion takes quadratic time; no honest answer has 120,000 digits.
    private static final int MAXIMUM_BITS = 400_000;

    private final ProgramLoader program;
    private final Wire.Output output;

    Encoder(ProgramLoader program, Wire.Output output) {
        this.program = program;
        this.output = output;
    }

    void value(Object value, Object type, int depth) {
        if (isA(type, "optional")) {
            Object wrapped = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            value(wrapped, part(type, 1), depth);
            return;
        }
        if (value == null) {
            output.add('N');
        } else if (!scalar(value)) {
            if (depth >= Wire.MAXIMUM_DEPTH) {
                opaque("too deep");
            } else {
                container(value, type, depth + 1);
            }
        }
    }

    private boolean scalar(Object value) {
        Class<?> kind = value.getClass();
        if (kind == Long.class || kind == Integer.class || kind == Short.class || kind == Byte.class) {
            integer(value.toString());
        } else if (kind == String.class) {
            text((String) value);
        } else if (kind == Boolean.class) {
            output.add((Boolean) value ? 'T' : 'F');
        } else if (kind == Double.class || kind == Float.class) {
            real(((Number) value).doubleValue());
        } else if (kind == byte[].class) {
            output.body('B', (byte[]) value);
        } else if (kind == BigInteger.class) {
            if (((BigInteger) value).bitLength() > MAXIMUM_BITS) {
                throw new Wire.TooLarge();
            }
            integer(value.toString());
        } else {
            return false;
        }
        return true;
    }

    private void integer(String digits) {
        output.add('I');
        output.add(digits);
        output.add(';');
    }

    private void real(double number) {
        String digits = Long.toHexString(Double.doubleToRawLongBits(number));
        output.add('D');
        output.add("0000000000000000".substring(digits.length()));
        output.add(digits);
    }

    private void text(String text) {
        if (isWellFormed(text)) {
            output.body('S', text.getBytes(StandardCharsets.UTF_8));
        } else {
            opaque("String");
        }
    }

    static boolean isWellFormed(String text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (Character.isSurrogate(unit)) {
                index++;
                if (!Character.isHighSurrogate(unit) || index == text.length()
                    || !Character.isLowSurrogate(text.charAt(index))) {
                    return false;
                }
            }
        }
        return true;
    }

    private void opaque(String name) {
        // A lambda's name holds an address, which differs from run to run.
        String known = name.length() <= 50 && isWellFormed(name) && name.indexOf('/') < 0 ? name : "object";
        output.body('X', known.getBytes(StandardCharsets.UTF_8));
    }

    private void container(Object value, Object type, int depth) {
        Class<?> kind = value.getClass();
        if (kind.isArray()) {
            int count = Array.getLength(value);
            output.header(sequenceTag(type), count);
            for (int index = 0; index < count; index++) {
                value(Array.get(value, index), elementType(type, index), depth);
            }
        } else if (program.isOwn(kind)) {
            own(value, kind, type, depth);
        } else if (kind.getClassLoader() != null) {
            opaque(kind.getSimpleName());
        } else if (value instanceof List<?> list) {
            items(sequenceTag(type), list, type, depth);
        } else if (value instanceof Set<?> set) {
            items('E', set, type, depth);
        } else if (value instanceof Map<?, ?> map) {
            Object[] entries = map.entrySet().toArray();
            output.header('M', entries.length);
            for (Object each : entries) {
                Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
                value(entry.getKey(), part(type, 1), depth);
                value(entry.getValue(), part(type, 2), depth);
            }
        } else if (value instanceof Map.Entry<?, ?> entry && isA(type, "tuple")) {
            output.header('U', 2);
            value(entry.getKey(), part(type, 1), depth);
            value(entry.getValue(), part(type, 2), depth);
        } else {
            opaque(kind.getSimpleName());
        }
    }

    private void items(char tag, Collection<?> collection, Object type, int depth) {
        // One look at the collection: its size and its elements then agree.
        Object[] items = collection.toArray();
        output.header(tag, items.length);
        for (int index = 0; index < items.length; index++) {
            value(items[index], elementType(type, index), depth);
        }
    }

    /** Records, and classes used as such: their fields in order of declaration. */
    private void own(Object value, Class<?> kind, Object type, int depth) {
        if (kind.isEnum() || kind.isHidden() || kind.isAnonymousClass() || kind.isSynthetic()
            || Throwable.class.isAssignableFrom(kind) || value instanceof Collection || value instanceof Map) {
            opaque(kind.getSimpleName());
            return;
        }
        boolean isTuple = isA(type, "tuple");
        Field[] fields = instanceFields(kind);
        if (isTuple) {
            output.header('U', fields.length);
        } else {
            output.header('R', kind.getSimpleName().getBytes(StandardCharsets.UTF_8).length);
            output.add(kind.getSimpleName().getBytes(StandardCharsets.UTF_8));
            output.add(Integer.toString(fields.length));
            output.add(':');
        }
        for (int index = 0; index < fields.length; index++) {
            if (!isTuple) {
                output.text(fields[index].getName());
            }
            Object fieldType = isTuple ? part(type, index + 1) : program.fieldType(kind, fields[index].getName());
            value(read(fields[index], value), fieldType, depth);
        }
    }

    private static Field[] instanceFields(Class<?> kind) {
        Field[] all = kind.getDeclaredFields();
        int count = 0;
        for (Field field : all) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                all[count++] = field;
            }
        }
        return java.util.Arrays.copyOf(all, count);
    }

    private static Object read(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (IllegalAccessException error) {
            throw new IllegalStateException(error);
        }
    }

    private static char sequenceTag(Object type) {
        return isA(type, "tuple") ? 'U' : 'L';
    }

    private static Object elementType(Object type, int index) {
        return isA(type, "tuple") ? part(type, index + 1) : part(type, 1);
    }

    private static boolean isA(Object type, String constructor) {
        return type instanceof List<?> parts && !parts.isEmpty() && constructor.equals(parts.get(0));
    }

    private static Object part(Object type, int index) {
        return type instanceof List<?> parts && index < parts.size() ? parts.get(index) : null;
    }
}
