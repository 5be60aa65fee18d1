// A program on a terminal of its own, for measurements: between fork and exec only C may run, and
// only calls that signal-safety(7) lists.
#pragma once

#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

// Starts `path` as the leader of a session on a new terminal and leaves its other end in `master`.
// The arrays end with NULL. It is killed when the thread that started it ends. Negative on failure.
static inline pid_t enxame_pty_start(const char* path, char* const* arguments,
                                     char* const* environment, int columns, int rows, int* master) {
    struct winsize size;
    memset(&size, 0, sizeof size);
    size.ws_col = (unsigned short)columns;
    size.ws_row = (unsigned short)rows;
    pid_t child = forkpty(master, NULL, NULL, &size);
    if (child != 0)
        return child;
    // What the starter ignores or blocks is none of the program's business.
    struct sigaction standard;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    for (int number = 1; number < 32; number++)
        sigaction(number, &standard, NULL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    execve(path, arguments, environment);
    _exit(127);
}

// Nanoseconds of processor time that a process took, all its threads together; negative when it is
// gone.
static inline long long enxame_processor_time(pid_t process) {
    clockid_t clock;
    struct timespec time;
    if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0)
        return -1;
    return (long long)time.tv_sec * 1000000000 + time.tv_nsec;
}

// The same of the calling thread.
static inline long long enxame_thread_time(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (long long)time.tv_sec * 1000000000 + time.tv_nsec;
}
