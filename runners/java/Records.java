package evalharness;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the records of arguments: of the program's own record types, or of classes in their place. */
final class Records {
    private final ProgramLoader program;
    private final Decoder decoder;

    Records(ProgramLoader program, Decoder decoder) {
        this.program = program;
        this.decoder = decoder;
    }

    /** The program lacks a record type. */
    static final class MissingRecord extends RuntimeException {
        private static final long serialVersionUID = 1;
        final String name;

        MissingRecord(String name) {
            super("the record type " + name + " is not defined");
            this.name = name;
        }
    }

    Object value(Wire.Input input, Class<?> declared) {
        String name = input.text();
        Class<?> own = program.isOwn(declared) ? declared : program.named(name);
        if (own == null) {
            throw new MissingRecord(name);
        }
        if (!declared.isAssignableFrom(own)) {
            throw new Decoder.Mismatch("a parameter of type " + declared.getSimpleName() + " cannot take a " + name);
        }
        // Where each field's value starts: which type it has is known once the class has been looked at.
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int left = input.count(); left > 0; left--) {
            input.expect('S');
            places.put(input.text(), input.position());
            decoder.value(input, Object.class);
        }
        int end = input.position();
        try {
            return own.isRecord() ? ofRecord(input, own, places) : ofFields(input, own, places);
        } finally {
            input.moveTo(end);
        }
    }

    private Object ofRecord(Wire.Input input, Class<?> own, Map<String, Integer> places) {
        RecordComponent[] parts = own.getRecordComponents();
        Object[] values = new Object[parts.length];
        if (parts.length != places.size()) {
            throw new Decoder.Mismatch("the record " + own.getSimpleName() + " has other fields");
        }
        for (int index = 0; index < parts.length; index++) {
            values[index] = at(input, places, own, parts[index].getName(), parts[index].getGenericType());
        }
        return construct(own, parts, values);
    }

    static Object construct(Class<?> own, RecordComponent[] parts, Object[] values) {
        Class<?>[] types = new Class<?>[parts.length];
        for (int index = 0; index < parts.length; index++) {
            types[index] = parts[index].getType();
        }
        try {
            return create(own.getDeclaredConstructor(types), values);
        } catch (NoSuchMethodException error) {
            throw new Decoder.Mismatch("the record " + own.getSimpleName() + " has no constructor");
        }
    }

    /** A class in place of a record: its constructor by position, or its fields by name. */
    private Object ofFields(Wire.Input input, Class<?> own, Map<String, Integer> places) {
        for (Constructor<?> constructor : own.getDeclaredConstructors()) {
            Type[] types = constructor.getGenericParameterTypes();
            if (types.length == places.size() && types.length > 0) {
                Object[] values = new Object[types.length];
                int index = 0;
                for (String field : places.keySet()) {
                    values[index] = at(input, places, own, field, types[index]);
                    index++;
                }
                return create(constructor, values);
            }
        }
        try {
            Object made = create(own.getDeclaredConstructor(), new Object[0]);
            for (String name : places.keySet()) {
                Field field = own.getDeclaredField(name);
                field.setAccessible(true);
                field.set(made, at(input, places, own, name, field.getGenericType()));
            }
            return made;
        } catch (NoSuchMethodException | NoSuchFieldException | IllegalAccessException error) {
            throw new Decoder.Mismatch("the class " + own.getSimpleName() + " has other fields");
        }
    }

    private Object at(Wire.Input input, Map<String, Integer> places, Class<?> own, String field, Type type) {
        Integer place = places.get(field);
        if (place == null) {
            throw new Decoder.Mismatch("the record " + own.getSimpleName() + " has another field " + field);
        }
        input.moveTo(place);
        return decoder.value(input, type);
    }

    private static Object create(Constructor<?> constructor, Object[] values) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException error) {
            throw new Raised(error.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException error) {
            throw new Decoder.Mismatch("a record cannot be constructed");
        }
    }

    /** A record's own constructor failed. */
    static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1;

        Raised(Throwable cause) {
            super(cause);
        }
    }
}
