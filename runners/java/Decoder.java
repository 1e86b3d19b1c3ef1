package evalharness;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes arguments of the types that the program itself declares. */
final class Decoder {
    private final Records records;

    Decoder(ProgramLoader program) {
        records = new Records(program, this);
    }

    /** The program declares a parameter that cannot take what the task passes. */
    static final class Mismatch extends RuntimeException {
        private static final long serialVersionUID = 1;

        Mismatch(String message) {
            super(message);
        }
    }

    Object value(Wire.Input input, Type type) {
        Class<?> raw = rawClass(type);
        if (raw == Optional.class) {
            return Optional.ofNullable(value(input, argument(type, 0)));
        }
        char tag = input.tag();
        switch (tag) {
            case 'N':
                if (raw.isPrimitive()) {
                    throw new Mismatch("a primitive parameter cannot be null");
                }
                return null;
            case 'T':
            case 'F':
                return fitting(tag == 'T', raw == boolean.class ? Boolean.class : raw);
            case 'I':
                return integer(input.until(';'), raw);
            case 'D':
                double number = input.real();
                return raw == float.class || raw == Float.class
                    ? (Object) (float) number : fitting(number, raw == double.class ? Double.class : raw);
            case 'S':
                return fitting(input.text(), raw);
            case 'B':
                return fitting(input.body(), raw);
            case 'L':
            case 'U':
                return sequence(input, type, raw);
            case 'E':
                return collection(input, type, raw, new HashSet<>());
            case 'M':
                return map(input, type, raw);
            case 'R':
                return records.value(input, raw);
            default:
                throw new Wire.Malformed("a value has an unknown tag");
        }
    }

    private static Object fitting(Object value, Class<?> raw) {
        if (!raw.isInstance(value)) {
            throw new Mismatch("a parameter of type " + raw.getSimpleName() + " cannot take a "
                + value.getClass().getSimpleName());
        }
        return value;
    }

    private static Object integer(String digits, Class<?> raw) {
        BigInteger number = digits.length() < 19 ? null : new BigInteger(digits);
        boolean isLong = number == null || number.bitLength() < 64;
        long value = !isLong ? 0 : number == null ? Long.parseLong(digits) : number.longValue();
        if (raw == BigInteger.class || !isLong) {
            return fitting(number == null ? BigInteger.valueOf(value) : number, raw);
        }
        if (raw == double.class || raw == Double.class) {
            return (double) value;
        }
        boolean isNarrow = raw == int.class || raw == Integer.class;
        if (isNarrow && value == (int) value) {
            return (int) value;
        }
        return fitting(value, raw == long.class ? Long.class : raw);
    }

    private Object sequence(Wire.Input input, Type type, Class<?> raw) {
        if (raw.isArray()) {
            Type element = type instanceof GenericArrayType generic
                ? generic.getGenericComponentType() : raw.getComponentType();
            int count = input.count();
            Object array = Array.newInstance(raw.getComponentType(), count);
            for (int index = 0; index < count; index++) {
                Array.set(array, index, value(input, element));
            }
            return array;
        }
        if (raw.isRecord()) {
            RecordComponent[] parts = raw.getRecordComponents();
            Object[] values = new Object[parts.length];
            if (input.count() != parts.length) {
                throw new Mismatch("a tuple has not as many elements as " + raw.getSimpleName());
            }
            for (int index = 0; index < parts.length; index++) {
                // A generic component has the erased type here: the value decides.
                values[index] = value(input, parts[index].getGenericType());
            }
            return Records.construct(raw, parts, values);
        }
        return collection(input, type, raw, new ArrayList<>());
    }

    private Object collection(Wire.Input input, Type type, Class<?> raw, Collection<Object> standard) {
        Collection<Object> items = standard;
        if (!raw.isInstance(standard)) {
            @SuppressWarnings("unchecked")
            Collection<Object> own = (Collection<Object>) concrete(raw, Collection.class);
            items = own;
        }
        Type element = argument(type, 0);
        for (int left = input.count(); left > 0; left--) {
            items.add(value(input, element));
        }
        return items;
    }

    private Object map(Wire.Input input, Type type, Class<?> raw) {
        Map<Object, Object> map = new HashMap<>();
        if (!raw.isInstance(map)) {
            @SuppressWarnings("unchecked")
            Map<Object, Object> own = (Map<Object, Object>) concrete(raw, Map.class);
            map = own;
        }
        Type key = argument(type, 0);
        Type element = argument(type, 1);
        for (int left = input.count(); left > 0; left--) {
            Object entry = value(input, key);
            map.put(entry, value(input, element));
        }
        return map;
    }

    /** Makes a collection of the standard library that a program declares by its class. */
    private static Object concrete(Class<?> raw, Class<?> wanted) {
        Class<?> chosen = raw;
        if (raw.isInterface()) {
            chosen = raw.isAssignableFrom(java.util.TreeSet.class) ? java.util.TreeSet.class
                : raw.isAssignableFrom(java.util.TreeMap.class) ? java.util.TreeMap.class
                : raw.isAssignableFrom(java.util.ArrayDeque.class) ? java.util.ArrayDeque.class : raw;
        }
        if (wanted.isAssignableFrom(chosen) && chosen.getClassLoader() == null) {
            try {
                return chosen.getConstructor().newInstance();
            } catch (ReflectiveOperationException error) {
                // Falls through: the class takes nothing.
            }
        }
        throw new Mismatch("a parameter of type " + raw.getSimpleName() + " cannot take a collection");
    }

    private static Class<?> rawClass(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(rawClass(array.getGenericComponentType()), 0).getClass();
        }
        if (type instanceof WildcardType wildcard) {
            return rawClass(wildcard.getUpperBounds()[0]);
        }
        return type instanceof TypeVariable<?> variable ? rawClass(variable.getBounds()[0]) : Object.class;
    }

    private static Type argument(Type type, int index) {
        Type[] arguments = type instanceof ParameterizedType generic
            ? generic.getActualTypeArguments() : new Type[0];
        return index < arguments.length ? arguments[index] : Object.class;
    }
}
