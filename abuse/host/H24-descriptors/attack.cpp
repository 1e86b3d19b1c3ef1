#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <string>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

std::vector<std::string> attempts(std::string place, long long port, long long process) {
    std::vector<std::string> found;
    for (int descriptor = 5; descriptor < 4096; descriptor++) {
        if (fcntl(descriptor, F_GETFD) >= 0) found.push_back("descriptor " + std::to_string(descriptor));
    }
    if (open((place + "/secret").c_str(), O_RDONLY) >= 0) found.push_back("read the canary");
    if (open((place + "/secret").c_str(), O_WRONLY) >= 0) found.push_back("write the canary");
    if (open((place + "/open").c_str(), O_TMPFILE | O_RDWR, 0600) >= 0) found.push_back("make a file without a name");
    if (kill((pid_t)process, 0) == 0) found.push_back("signal a process of the host");
    if (socket(AF_INET, SOCK_STREAM, 0) >= 0) found.push_back("open a socket");
    if (syscall(SYS_unshare, 0x10000000) == 0) found.push_back("make a user namespace");
    if (syscall(SYS_io_uring_setup, 1, nullptr) >= 0 || errno == EFAULT) found.push_back("start an io_uring");
    if (chroot(".") == 0) found.push_back("change the root");
    return found;
}
