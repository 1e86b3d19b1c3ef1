package evalharness;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreeScanner;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/**
 * Prints javac's errors, each with what it is about in brackets, for runner.yaml to read.
 *
 * <p>javac says "cannot find symbol" of a variable nobody declares and of a method that a type of the library
 * lacks; only here is it known which types are the program's own and what stands in front of the name.
 */
final class Messages implements DiagnosticListener<JavaFileObject> {
    private static final int MAXIMUM_ERRORS = 40;
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(?:[a-z]+ )?(\\w+)");
    private static final Pattern LOCATION =
        Pattern.compile("location:\\s+(?:variable \\w+ of type|[a-z]+) ([\\w.]+)");
    private static final Pattern HOLDER = Pattern.compile(
        "(?: in (?:class|interface|enum|record) ([\\w.]+))|(?:(?:method|constructor) ([\\w.]+)\\.(?:<[^>]*>)?\\w+\\()");
    private static final Pattern CALLED = Pattern.compile("(?:found for|method|constructor) (?!found)(\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+) does not exist");
    private static final Set<String> END_OF_TEXT =
        Set.of("premature.eof", "unclosed.comment", "unclosed.text.block");
    private static final List<String> TYPE_FAULTS = List.of("prob.found.req", "cant.apply", "operator.cant",
        "incomparable", "incompatible", "unreported.exception", "not.applicable", "illegal.initializer",
        "array.req", "cant.deref", "foreach.not.applicable", "not.loop.label", "invalid.mref", "type.found.req");

    private final String text;
    private final PrintStream out;
    private final Set<String> ownTypes = new HashSet<>();
    private boolean isParsing = true;
    private int errors;

    Messages(String text, PrintStream out) {
        this.text = text;
        this.out = out;
    }

    int errors() {
        return errors;
    }

    void endParsing() {
        isParsing = false;
    }

    /** Notes the types that the program itself declares. */
    void add(CompilationUnitTree unit) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree tree, Void nothing) {
                ownTypes.add(tree.getSimpleName().toString());
                return super.visitClass(tree, nothing);
            }
        }.scan(unit, null);
    }

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getKind() != Diagnostic.Kind.ERROR || ++errors > MAXIMUM_ERRORS) {
            return;
        }
        String message = diagnostic.getMessage(Locale.ROOT);
        int cut = message.indexOf('\n');
        String code = diagnostic.getCode().replace("compiler.err.", "");
        out.println(Compile.SOURCE_NAME + ":" + Math.max(1, diagnostic.getLineNumber()) + ": error: "
            + (cut < 0 ? message : message.substring(0, cut))
            + " [" + subject(code, message, (int) diagnostic.getPosition()) + "]");
        if (cut >= 0) {
            out.println(message.substring(cut + 1));
        }
    }

    /** Returns the kind of fault and, behind a space each, the name and what lacks it. */
    private String subject(String code, String message, int position) {
        if (isParsing) {
            return END_OF_TEXT.contains(code) && errors == 1 ? "truncated" : "parse";
        }
        if (code.equals("doesnt.exist")) {
            return missingPackage(message, position);
        }
        if (code.startsWith("cant.resolve") || message.contains("cannot find symbol")) {
            return missingSymbol(message, position);
        }
        if (code.startsWith("cant.apply") && differsInLength(message)) {
            String holder = simpleName(first(HOLDER, message));
            return (ownTypes.contains(holder) ? "own-arity " : "wrong-arity ") + first(CALLED, message) + " " + holder;
        }
        for (String prefix : TYPE_FAULTS) {
            if (code.startsWith(prefix)) {
                return "type";
            }
        }
        return "compile";
    }

    private String missingPackage(String message, int position) {
        String name = first(PACKAGE, message);
        if (!name.contains(".") && !isInImport(position)) {
            // `Sytem.out` reads as a package of that name.
            return "undefined-name " + name;
        }
        String[] parts = name.split("[.]", 3);
        // The publisher is the first two parts, as in org.apache: what a list of known packages can name.
        String publisher = parts.length > 1 ? parts[0] + "-" + parts[1] : name;
        return "unknown-module " + publisher + " " + name;
    }

    private String missingSymbol(String message, int position) {
        String name = first(SYMBOL, message);
        String location = simpleName(first(LOCATION, message));
        boolean isMember = message.startsWith("invalid") || isInImport(position)
            || position >= 0 && position < text.length() && text.charAt(position) == '.';
        if (!isMember) {
            return "undefined-name " + name;
        }
        // A name that follows `this` has no location.
        boolean isOwn = location.equals("?") || ownTypes.contains(location);
        return (isOwn ? "own-member " : "unknown-member ") + name + " " + location;
    }

    private boolean isInImport(int position) {
        int from = position < 0 ? 0 : text.lastIndexOf('\n', Math.min(position, text.length() - 1)) + 1;
        return position >= 0 && text.startsWith("import", from);
    }

    /** Whether the number of arguments is the only reason why no candidate applies. */
    private static boolean differsInLength(String message) {
        int candidates = Math.max(1, occurrences(message, "is not applicable"));
        return occurrences(message, "argument lists differ in length") >= candidates;
    }

    private static int occurrences(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String first(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        if (!matcher.find()) {
            return "?";
        }
        String found = matcher.group(1);
        return found == null ? matcher.group(2) : found;
    }
}
