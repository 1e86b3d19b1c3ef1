package evalharness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a failure, as runners/WIRE.md lists it. */
final class Diagnostic {
    private static final int MAXIMUM_MESSAGE = 2000;
    private static final int MAXIMUM_BASES = 20;

    private Diagnostic() {
    }

    /** Describes an exception of the program; nothing that its class overrides may fail the driver. */
    static Map<String, Object> of(Throwable error, String stage, ProgramLoader program) {
        Map<String, Object> facts = plain(error.getClass().getSimpleName(), "", stage);
        List<String> bases = new ArrayList<>();
        for (Class<?> base = error.getClass(); base != null && bases.size() < MAXIMUM_BASES;
            base = base.getSuperclass()) {
            if (base.getClassLoader() == null && base != Object.class) {
                bases.add(base.getSimpleName());
            }
        }
        facts.put("bases", bases);
        try {
            String message = error.getMessage();
            facts.put("message", message == null ? "" : bounded(message));
            int line = lineOf(error.getStackTrace(), program);
            if (line > 0) {
                facts.put("line", line);
            }
        } catch (Throwable nested) {
            // The exception's own methods failed: its class is all there is to say.
        }
        return facts;
    }

    static Map<String, Object> plain(String type, String message, String stage) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("type", bounded(type));
        facts.put("message", bounded(message));
        facts.put("stage", stage);
        return facts;
    }

    static Map<String, Object> missingEntry(String name, String what) {
        Map<String, Object> facts = plain("HarnessMissingEntry", "the entry point " + name + " " + what, "load");
        facts.put("missing_entry", name);
        return facts;
    }

    private static int lineOf(StackTraceElement[] trace, ProgramLoader program) {
        for (StackTraceElement frame : trace) {
            String file = frame.getFileName();
            if (frame.getModuleName() == null && file != null && file.equals(Compile.SOURCE_NAME)) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }

    /** Cuts a text and replaces what is no Unicode scalar. */
    private static String bounded(String text) {
        StringBuilder result = new StringBuilder();
        int count = 0;
        for (int at = 0; at < text.length() && count < MAXIMUM_MESSAGE; count++) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            boolean isLone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            result.appendCodePoint(isLone ? 0xFFFD : point);
        }
        return result.toString();
    }
}
