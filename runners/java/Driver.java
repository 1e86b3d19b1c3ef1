package evalharness;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads a candidate's classes, answers the calls of descriptor 3 on descriptor 4; runners/WIRE.md is the
 * specification.
 *
 * <p>Started as {@code Driver ARTIFACT MODE ENTRYPOINT}. The calls begin with a {@code T} frame. There is no
 * generated code: the program's own declarations say what its parameters are, and the task's types tell a list
 * from a tuple.
 */
final class Driver {
    /** The harness's own fault, as opposed to anything a candidate does. */
    private static final int FAULT = 70;
    private static final int CALLS = 3;

    private final FileOutputStream results;
    private final ProgramLoader program;
    private final Decoder decoder;
    private final Map<?, ?> task;
    private final Map<Integer, Object> objects = new HashMap<>();
    private int room = Wire.RESULT_BYTES;
    private Class<?> holder;

    private Driver(FileOutputStream results, ProgramLoader program, Map<?, ?> task) {
        this.results = results;
        this.program = program;
        this.task = task;
        this.decoder = new Decoder(program);
    }

    public static void main(String[] arguments) {
        try {
            if (arguments.length != 3 || !arguments[1].equals("calls")) {
                throw new IOException("unknown mode");
            }
            byte[] calls;
            try (FileInputStream stream = new FileInputStream(Wire.descriptor(CALLS))) {
                calls = stream.readAllBytes();
            }
            Wire.Input frames = new Wire.Input(calls);
            frames.expect('T');
            Map<?, ?> task = (Map<?, ?>) frames.slice(frames.count()).plain();
            FileOutputStream results = new FileOutputStream(Wire.descriptor(Wire.RESULTS));
            Map<?, ?> records = task.get("records") instanceof Map<?, ?> map ? map : Map.of();
            new Driver(results, new ProgramLoader(arguments[0], records), task).answer(frames, arguments[2]);
        } catch (Throwable error) {
            System.err.println("driver: " + error);
            Runtime.getRuntime().halt(FAULT);
        }
    }

    private void answer(Wire.Input frames, String entry) throws IOException {
        int count = 0;
        if (load(entry)) {
            while (!frames.isAtEnd() && frames.peek() != 'Z') {
                char kind = frames.tag();
                call(kind, frames.slice(frames.count()));
                count++;
            }
        }
        System.out.flush();
        System.err.flush();
        send('Z', ("I" + count + ";").getBytes(StandardCharsets.US_ASCII));
        Runtime.getRuntime().halt(0);
    }

    private boolean load(String entry) throws IOException {
        boolean isObject = "object".equals(task.get("kind"));
        Map<String, Object> facts = null;
        try {
            holder = isObject ? program.named(entry) : program.holderOf(entry);
            if (holder == null) {
                facts = Diagnostic.missingEntry(entry, isObject ? "is not a class" : "is not a static method");
            } else {
                Class.forName(holder.getName(), true, program);
            }
        } catch (ExceptionInInitializerError error) {
            facts = Diagnostic.of(error.getCause() == null ? error : error.getCause(), "load", program);
        } catch (Throwable error) {
            facts = Diagnostic.of(error, "load", program);
        }
        if (facts == null) {
            send('L', new byte[0]);
            return true;
        }
        Wire.Output output = new Wire.Output(Wire.MAXIMUM_BYTES);
        output.plain(facts);
        send('E', output.toBytes());
        return false;
    }

    private void call(char kind, Wire.Input frame) throws IOException {
        int sequence = frame.integer();
        Map<String, Object> facts;
        try {
            Object target = null;
            int identity = kind == 'C' ? 0 : frame.integer();
            frame.expect('S');
            String name = frame.text();
            frame.expect('L');
            int count = frame.count();
            if (kind == 'M') {
                target = objects.get(identity);
                if (target == null) {
                    refuse(sequence, Diagnostic.plain("HarnessSkipped", "the object was not constructed", "call"));
                    return;
                }
            }
            Executable function = kind == 'O' ? constructor(count) : method(name, count, target);
            if (function == null) {
                facts = Diagnostic.missingEntry(name, "does not take " + count + " arguments");
                facts.put("stage", "call");
                refuse(sequence, facts);
                return;
            }
            Type[] types = function.getGenericParameterTypes();
            Object[] arguments = new Object[count];
            for (int index = 0; index < count; index++) {
                arguments[index] = decoder.value(frame, types[index]);
            }
            Object result = invoke(function, target, arguments.clone(), sequence, kind, name, arguments);
            if (kind == 'O') {
                objects.put(identity, result);
            }
            return;
        } catch (Records.MissingRecord error) {
            facts = Diagnostic.plain("HarnessMissingRecord", error.getMessage(), "call");
            facts.put("missing_entry", error.name);
        } catch (Decoder.Mismatch error) {
            facts = Diagnostic.plain("HarnessSignatureMismatch", error.getMessage(), "call");
            facts.put("signature_mismatch", true);
        } catch (Wire.TooLarge error) {
            facts = Diagnostic.plain("HarnessResultTooLarge", "the result is too large", "call");
        } catch (InvocationTargetException | Records.Raised error) {
            facts = Diagnostic.of(error.getCause(), "call", program);
        } catch (IOException | Wire.Malformed error) {
            throw error;
        } catch (Throwable error) {
            facts = Diagnostic.of(error, "call", program);
        }
        refuse(sequence, facts);
    }

    private Object invoke(Executable function, Object target, Object[] passed, int sequence, char kind, String name,
        Object[] arguments) throws ReflectiveOperationException, IOException {
        byte[] before = encoded(arguments, name, room);
        function.setAccessible(true);
        Object result = function instanceof Method method
            ? method.invoke(target, passed) : ((Constructor<?>) function).newInstance(passed);
        Wire.Output output = new Wire.Output(room);
        output.plain(sequence);
        new Encoder(program, output).value(kind == 'O' ? null : result, returns(kind, name), 0);
        byte[] after = encoded(arguments, name, room - output.size());
        if (Arrays.equals(before, after)) {
            output.add('N');
        } else {
            output.add(after);
        }
        room -= output.size();
        send('R', output.toBytes());
        return result;
    }

    /** Encodes the arguments as they are now, where a call could change any of them. */
    private byte[] encoded(Object[] arguments, String name, int limit) {
        boolean isChangeable = false;
        for (Object argument : arguments) {
            isChangeable |= argument != null && !(argument instanceof String) && !(argument instanceof Number)
                && !(argument instanceof Boolean);
        }
        if (!isChangeable) {
            return new byte[0];
        }
        try {
            Wire.Output output = new Wire.Output(limit);
            List<?> parameters = parameters(name);
            output.header('L', arguments.length);
            for (int index = 0; index < arguments.length; index++) {
                Object type = index < parameters.size() ? ((List<?>) parameters.get(index)).get(1) : null;
                new Encoder(program, output).value(arguments[index], type, 1);
            }
            return output.toBytes();
        } catch (Wire.TooLarge error) {
            return "L1:X9:too large".getBytes(StandardCharsets.US_ASCII);
        }
    }

    private Constructor<?> constructor(int count) {
        for (Constructor<?> each : holder.getDeclaredConstructors()) {
            if (each.getParameterCount() == count && !each.isSynthetic()) {
                return each;
            }
        }
        return null;
    }

    private Method method(String name, int count, Object target) {
        for (Class<?> kind = holder; kind != null && program.isOwn(kind); kind = kind.getSuperclass()) {
            for (Method each : kind.getDeclaredMethods()) {
                if (each.getName().equals(name) && each.getParameterCount() == count && !each.isSynthetic()
                    && (target != null || Modifier.isStatic(each.getModifiers()))) {
                    return each;
                }
            }
        }
        return null;
    }

    private Object returns(char kind, String name) {
        return kind == 'C' ? task.get("returns") : kind == 'M' ? methodTypes(name).get("returns") : null;
    }

    private List<?> parameters(String name) {
        Object own = name.equals(task.get("name")) ? task.get("parameters") : methodTypes(name).get("parameters");
        return own instanceof List<?> list ? list : new ArrayList<>();
    }

    private Map<?, ?> methodTypes(String name) {
        return task.get("methods") instanceof Map<?, ?> methods && methods.get(name) instanceof Map<?, ?> one
            ? one : new HashMap<>();
    }

    private void refuse(int sequence, Map<String, Object> facts) throws IOException {
        Wire.Output output = new Wire.Output(Wire.MAXIMUM_BYTES);
        output.plain(sequence);
        output.plain(facts);
        send('X', output.toBytes());
    }

    private void send(char kind, byte[] payload) throws IOException {
        Wire.Output output = new Wire.Output(Wire.MAXIMUM_BYTES + 64);
        output.header(kind, payload.length);
        output.add(payload);
        results.write(output.toBytes());
    }
}
