package evalharness;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Loads the candidate's classes, and only those, from the artefact; the rest is the standard library's. */
final class ProgramLoader extends ClassLoader {
    private final Map<String, byte[]> pending = new LinkedHashMap<>();
    private final Map<String, String> binaryNames = new LinkedHashMap<>();
    private final Map<?, ?> records;

    /** @param records the task's records: for each name a list of pairs of field name and type */
    ProgramLoader(String artifact, Map<?, ?> records) throws IOException {
        // Not the driver's own loader: its classes are no part of what a program may name.
        this(artifact, records, ClassLoader.getPlatformClassLoader());
    }

    ProgramLoader(String artifact, Map<?, ?> records, ClassLoader libraries) throws IOException {
        super(libraries);
        this.records = records;
        try (ZipFile zip = new ZipFile(artifact)) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().substring(0, entry.getName().length() - ".class".length())
                    .replace('/', '.');
                try (InputStream stream = zip.getInputStream(entry)) {
                    pending.put(name, stream.readAllBytes());
                }
                int cut = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
                binaryNames.putIfAbsent(name.substring(cut), name);
            }
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code;
        synchronized (pending) {
            code = pending.remove(name);
        }
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }

    boolean isOwn(Class<?> kind) {
        return kind.getClassLoader() == this;
    }

    /** Returns the program's class of a simple name, top-level or nested, without running its initialiser. */
    Class<?> named(String simpleName) {
        String name = binaryNames.get(simpleName);
        try {
            return name == null ? null : Class.forName(name, false, this);
        } catch (ClassNotFoundException error) {
            return null;
        }
    }

    /** Returns the class that holds a function: Solution, or whichever of the program's classes has it. */
    Class<?> holderOf(String function) {
        Class<?> usual = named("Solution");
        if (usual != null && declares(usual, function)) {
            return usual;
        }
        for (String simpleName : binaryNames.keySet()) {
            Class<?> other = named(simpleName);
            if (other != null && declares(other, function)) {
                return other;
            }
        }
        return null;
    }

    private static boolean declares(Class<?> holder, String function) {
        for (Method method : holder.getDeclaredMethods()) {
            if (method.getName().equals(function) && Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the task's type of a field of one of its records; null where it has none. */
    Object fieldType(Class<?> kind, String field) {
        if (records.get(kind.getSimpleName()) instanceof List<?> fields) {
            for (Object each : fields) {
                if (each instanceof List<?> pair && pair.size() == 2 && field.equals(pair.get(0))) {
                    return pair.get(1);
                }
            }
        }
        return null;
    }
}
