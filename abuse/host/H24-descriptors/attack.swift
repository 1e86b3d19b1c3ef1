import Glibc

func attempts(_ place: String, _ port: Int, _ process: Int) -> [String] {
    var found: [String] = []
    for (flags, name) in [(O_RDONLY, "read the canary"), (O_WRONLY | O_APPEND, "append to the canary")] {
        let file = open(place + "/secret", flags)
        if file >= 0 { found.append(name) }
    }
    if kill(pid_t(process), 0) == 0 { found.append("signal a process of the host") }
    for descriptor in Int32(5)..<1024 where fcntl(descriptor, F_GETFD) >= 0 { found.append("descriptor \(descriptor)") }
    if socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0 { found.append("open a socket") }
    return found
}
