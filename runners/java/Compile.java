package evalharness;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles one source with javac, in this process, and writes the classes as one archive.
 *
 * <p>Started as {@code Compile SOURCE [LIBRARY]}; the archive goes to descriptor 4, and every message to standard error,
 * each with the kind of fault in brackets.
 */
final class Compile {
    static final String SOURCE_NAME = "Solution.java";
    private static final List<String> OPTIONS = List.of(
        "-proc:none", "-implicit:none", "-g", "-nowarn", "-Xlint:none", "-Xmaxerrs", "40", "-cp");

    /** Exit codes: the source is at fault, or the harness. */
    private static final int REFUSED = 1;
    private static final int FAULT = 70;

    private Compile() {
    }

    public static void main(String[] arguments) {
        int code = FAULT;
        try {
            code = compile(arguments[0], arguments.length > 1 ? arguments[1] : "") ? 0 : REFUSED;
        } catch (StackOverflowError | OutOfMemoryError error) {
            System.err.println(SOURCE_NAME + ":1: error: the source is too much for the compiler [compile]");
            code = REFUSED;
        } catch (Throwable error) {
            // javac wraps what it gives up on.
            code = error.getCause() instanceof VirtualMachineError ? REFUSED : FAULT;
            System.err.println(SOURCE_NAME + ":1: error: " + error + " [compile]");
        }
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }

    /** Returns whether the source compiles; its classes are then written. */
    private static boolean compile(String path, String library) throws IOException, ReflectiveOperationException {
        String text = new String(Files.readAllBytes(Path.of(path)), StandardCharsets.UTF_8);
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Messages messages = new Messages(text, System.err);
        Classes classes = new Classes(compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8));
        List<String> options = new ArrayList<>(OPTIONS);
        options.add(library);
        JavacTask task =
            (JavacTask) compiler.getTask(null, classes, messages, options, null, List.of(new Source(text)));
        for (CompilationUnitTree unit : task.parse()) {
            messages.add(unit);
        }
        if (messages.errors() == 0) {
            messages.endParsing();
            task.analyze();
        }
        if (messages.errors() == 0) {
            task.generate();
        }
        if (messages.errors() > 0) {
            return false;
        }
        if (classes.codes.isEmpty()) {
            System.err.println(SOURCE_NAME + ":1: error: the source declares no class [empty]");
            return false;
        }
        try (FileOutputStream artifact = new FileOutputStream(Wire.descriptor(Wire.RESULTS))) {
            artifact.write(classes.archive());
        }
        return true;
    }

    /** The candidate's source; a public class of any name may stand in it. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + SOURCE_NAME), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoresErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
            return kind == JavaFileObject.Kind.SOURCE;
        }
    }

    /** Keeps the compiled classes in memory, in order of their names. */
    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
        final Map<String, ByteArrayOutputStream> codes = new TreeMap<>();

        Classes(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
            FileObject sibling) {
            String path = name.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("memory:///" + path), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream code = new ByteArrayOutputStream();
                    codes.put(path, code);
                    return code;
                }
            };
        }

        /** The same bytes for the same classes: times are fixed. */
        byte[] archive() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.setLevel(1);
                for (Map.Entry<String, ByteArrayOutputStream> each : codes.entrySet()) {
                    ZipEntry entry = new ZipEntry(each.getKey());
                    entry.setTime(315_532_800_000L);
                    zip.putNextEntry(entry);
                    each.getValue().writeTo(zip);
                    zip.closeEntry();
                }
            }
            return bytes.toByteArray();
        }
    }
}
