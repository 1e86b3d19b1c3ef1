import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Roles with permissions that inherit from each other. */
class AccessPolicy {
    private final Map<String, Set<String>> own = new HashMap<>();
    private final Map<String, Set<String>> parents = new HashMap<>();

    public void define(String role) {
        if (own.containsKey(role)) {
            throw new IllegalStateException("the role exists already");
        }
        own.put(role, new HashSet<>());
        parents.put(role, new HashSet<>());
    }

    public void inherit(String role, String parent) {
        ownPermissions(role);
        if (lineage(parent).contains(role)) {
            throw new IllegalArgumentException("a role cannot inherit from itself");
        }
        parents.get(role).add(parent);
    }

    public void grant(String role, String permission) {
        ownPermissions(role).add(permission);
    }

    public void revoke(String role, String permission) {
        if (!ownPermissions(role).remove(permission)) {
            throw new NoSuchElementException(permission);
        }
    }

    public Set<String> permissions(String role) {
        Set<String> all = new HashSet<>();
        for (String each : lineage(role)) {
            all.addAll(own.get(each));
        }
        return all;
    }

    public void require(String role, String permission) {
        if (!permissions(role).contains(permission)) {
            throw new SecurityException("the role lacks the permission " + permission);
        }
    }

    private Set<String> ownPermissions(String role) {
        Set<String> permissions = own.get(role);
        if (permissions == null) {
            throw new NoSuchElementException(role);
        }
        return permissions;
    }

    /** Returns the role and all roles it inherits from. */
    private Set<String> lineage(String role) {
        ownPermissions(role);
        Set<String> reached = new LinkedHashSet<>(List.of(role));
        List<String> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            for (String parent : parents.get(open.remove(open.size() - 1))) {
                if (reached.add(parent)) {
                    open.add(parent);
                }
            }
        }
        return reached;
    }
}
