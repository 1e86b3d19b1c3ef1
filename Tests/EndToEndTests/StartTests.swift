import Foundation
import TestSupport
import Testing

/// What a program finds when it starts: the same warm and cold, and whatever ran before it.
@Suite(
    .serialized,
    .timeLimit(.minutes(5)),
    .enabled("needs a sandbox") { try await Tool.hasSandbox }
)
struct StartTests {
    /// Bodies of a function `answer()` that must return 7.
    ///
    /// Some leave something behind; the next one must not find it.
    private static let bodies = [
        "import signal\n    return 7 if not signal.pthread_sigmask(signal.SIG_BLOCK, []) else 0",
        """
        import signal
            def ring(*rest): raise TimeoutError
            signal.signal(signal.SIGALRM, ring)
            signal.setitimer(signal.ITIMER_REAL, 0.05)
            try:
                while True:
                    sum(range(10))
            except TimeoutError:
                return 7
        """,
        """
        import subprocess, sys
            process = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(60)"])
            process.terminate()
            return 7 if process.wait() == -15 else 0
        """,
        "import os\n    return os.getpid() + 5",
        "import os\n    return 7 if os.listdir('.') == ['solution.py'] else 0",
        "open('left', 'w').write('x')\n    return 7",
        "import os\n    return 7 if os.listdir('.') == ['solution.py'] else 0",
        "import os\n    os.mkdir('folder')\n    os.chmod('.', 0o500)\n    return 7",
        "import os\n    return 7 if os.stat('.').st_mode == 0o40700 and os.listdir('.') == ['solution.py'] else 0",
        "import os\n    os.rename('solution.py', 'other.py')\n    open('solution.py', 'w').write('x')\n    return 7",
        "return 7 if len(open('solution.py').read()) > 20 else 0",
        """
        import os, time
            if os.fork() == 0:
                os.setsid()
                time.sleep(60)
            return 7
        """,
        """
        import os
            others = 0
            for pid in range(1, 200):
                try: os.kill(pid, 0)
                except ProcessLookupError: continue
                except PermissionError: pass
                others += pid not in (1, os.getpid())
            return 7 + others
        """,
        """
        import ctypes
            libc = ctypes.CDLL(None)
            libc.shmget(4711, 4096, 0o1600)
            libc.semget(4711, 1, 0o1600)
            return 7
        """,
        """
        import ctypes
            libc = ctypes.CDLL(None)
            found = [call for call in (libc.shmget(4711, 4096, 0o600), libc.semget(4711, 1, 0o600)) if call >= 0]
            return 7 + len(found)
        """,
        "import os\n    os.utime('.', (1, 1))\n    return 7",
        "import os\n    return 7 if os.stat('.').st_mtime > 10 else 0",
        "import os\n    return os.getpid() + 5",
    ]

    @Test(arguments: [[], ["--no-warm"]])
    func `programs start alike, and find nothing of those before them`(start: [String]) async throws {
        let files = try MiniSuite(tasks: [
            #"{"task_id": "Start/0", "prompt": "def answer():\n", "entry_point": "answer", "#
                + #""canonical_solution": "    return 7\n", "#
                + #""test": "def check(candidate):\n    assert candidate() == 7\n"}"#
        ])
        let samples = try Self.bodies.map { body in
            let sample = ["task_id": "Start/0", "completion": "    \(body)\n"]
            return String(decoding: try JSONSerialization.data(withJSONObject: sample), as: UTF8.self)
        }

        let outcome = try await files.score(files.samples(samples), ["--cache", "off", "--json"] + start)
        let failed = try await Tool.run([
            "runs", "samples", "latest", "--failed", "--store", files.store.path,
        ])

        #expect(outcome.code == 0, "\(outcome.complaint)")
        let counts = try #require(outcome.json()["counts"] as? [String: Int])
        #expect(counts["passed"] == Self.bodies.count, "\(failed.output)")
    }
}
