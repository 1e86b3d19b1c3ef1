package evalharness;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs a program that holds its own tests; runners/README.md, "program", says what it reports.
 *
 * <p>Started as {@code TestProgram ARTIFACT CLASS LIBRARY}: assertions are on, LIBRARY may be empty. What descriptor 3
 * holds goes back on descriptor 4 when the class's main method has returned.
 */
final class TestProgram {
    private static final int FAULT = 70;
    private static final int CHANNEL = 3;

    private TestProgram() {
    }

    public static void main(String[] arguments) {
        try (FileOutputStream results = new FileOutputStream(Wire.descriptor(Wire.RESULTS))) {
            send(results, 'A', new byte[0]);
            ClassLoader libraries = ClassLoader.getPlatformClassLoader();
            if (!arguments[2].isEmpty()) {
                libraries = new URLClassLoader(new URL[] {Path.of(arguments[2]).toUri().toURL()}, libraries);
            }
            ProgramLoader program = new ProgramLoader(arguments[0], Map.of(), libraries);
            program.setDefaultAssertionStatus(true);
            Map<String, Object> facts = run(program, arguments[1]);
            System.out.flush();
            System.err.flush();
            if (facts != null) {
                Wire.Output output = new Wire.Output(Wire.MAXIMUM_BYTES);
                output.plain(facts);
                send(results, 'E', output.toBytes());
                Runtime.getRuntime().halt(1);
            }
            try (FileInputStream channel = new FileInputStream(Wire.descriptor(CHANNEL))) {
                results.write(channel.readAllBytes());
            }
        } catch (Throwable error) {
            System.err.println("driver: " + error);
            Runtime.getRuntime().halt(FAULT);
        }
    }

    /** Runs the tests; returns what is known of their failure, or null. */
    private static Map<String, Object> run(ProgramLoader program, String name) {
        try {
            Class<?> holder = program.named(name);
            if (holder == null) {
                return Diagnostic.missingEntry(name, "is not a class");
            }
            Method main = holder.getDeclaredMethod("main", String[].class);
            if (!Modifier.isStatic(main.getModifiers())) {
                return Diagnostic.missingEntry(name, "has no static method main");
            }
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
            return null;
        } catch (InvocationTargetException error) {
            return Diagnostic.of(error.getCause(), "call", program);
        } catch (NoSuchMethodException error) {
            return Diagnostic.missingEntry(name, "has no method main");
        } catch (Throwable error) {
            return Diagnostic.of(error, "load", program);
        }
    }

    private static void send(FileOutputStream results, char kind, byte[] payload) throws IOException {
        results.write((kind + "" + payload.length + ":").getBytes(StandardCharsets.US_ASCII));
        results.write(payload);
    }
}
