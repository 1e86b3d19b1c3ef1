import java.util.*;

@variant@

class Solution {
    static List<String> attempts(String place, long port, long process) { return new ArrayList<>(); }
}
