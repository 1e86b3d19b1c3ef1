import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;

class Solution {
    static List<String> attempts(String place, long port, long process) {
        List<String> found = new ArrayList<>();
        try { Files.readString(Path.of(place, "secret")); found.add("read the canary"); } catch (Exception error) { }
        try { new FileOutputStream(place + "/secret", true).close(); found.add("append to the canary"); } catch (Exception error) { }
        try { new Socket("127.0.0.1", (int) port).close(); found.add("connect to the host"); } catch (Exception error) { }
        if (ProcessHandle.of(process).isPresent()) found.add("see a process of the host");
        return found;
    }
}
