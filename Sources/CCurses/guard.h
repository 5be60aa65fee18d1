#ifndef ENXAME_CCURSES_GUARD_H
#define ENXAME_CCURSES_GUARD_H

// Signal handlers, in C because nothing here may allocate, lock or enter a language runtime:
// only calls that signal-safety(7) lists, on memory that was prepared before.
//
// The state is a local static of an inline function, so each object file that uses it would have
// its own: one Swift file alone (SignalGuard.swift) calls these functions.

#include "crash.h"

enum {
    enxame_noticed_resize = 1,
    enxame_noticed_stop = 2,
    enxame_noticed_continue = 4,
};

struct enxame_guard {
    volatile sig_atomic_t armed;
    volatile sig_atomic_t resized;
    volatile sig_atomic_t stopped;
    volatile sig_atomic_t continued;
    volatile sig_atomic_t ending;
    int descriptor;
    int wake;
    struct termios modes;
    size_t length;
    char bytes[512];
    struct sigaction previous[65];
};

static inline struct enxame_guard* enxame_guard_state(void) {
    static struct enxame_guard state;
    return &state;
}

static inline void enxame_guard_restore(void) {
    struct enxame_guard* guard = enxame_guard_state();
    if (!guard->armed)
        return;
    guard->armed = 0;
    size_t sent = 0;
    while (sent < guard->length) {
        ssize_t count = write(guard->descriptor, guard->bytes + sent, guard->length - sent);
        if (count > 0)
            sent += (size_t)count;
        else if (count == 0 || errno != EINTR)
            break;
    }
    (void)tcsetattr(guard->descriptor, TCSANOW, &guard->modes);
}

static inline void enxame_guard_wake(void) {
    char byte = 0;
    // A full pipe is as good: the reader will wake.
    ssize_t ignored = write(enxame_guard_state()->wake, &byte, 1);
    (void)ignored;
}

static inline void enxame_guard_notice(int signal_number) {
    int error = errno;
    struct enxame_guard* guard = enxame_guard_state();
    if (signal_number == SIGWINCH)
        guard->resized = 1;
    else if (signal_number == SIGTSTP)
        guard->stopped = 1;
    else if (signal_number == SIGCONT)
        guard->continued = 1;
    enxame_guard_wake();
    errno = error;
}

// The first asks the loop to end well; a second one ends the process now.
static inline void enxame_guard_end(int signal_number) {
    int error = errno;
    struct enxame_guard* guard = enxame_guard_state();
    if (guard->ending == 0) {
        guard->ending = signal_number;
        enxame_guard_wake();
        errno = error;
        return;
    }
    enxame_guard_restore();
    enxame_crash_release();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

// Gives the terminal back, then lets whoever was there before (a backtracer, or the system) speak.
static inline void enxame_guard_crash(int signal_number, siginfo_t* info, void* context) {
    (void)context;
    struct enxame_guard* guard = enxame_guard_state();
    enxame_guard_restore();
    enxame_crash_report(signal_number, info);
    sigaction(signal_number, &guard->previous[signal_number], NULL);
    // A fault happens again on return, with the address that a backtracer wants. What was sent, or
    // stops behind its instruction (SIGTRAP), would not.
    if (info->si_code <= 0 || signal_number == SIGTRAP || signal_number == SIGABRT)
        raise(signal_number);
}

static inline void enxame_guard_install(int signal_number, void (*handler)(int)) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(signal_number, &action, &enxame_guard_state()->previous[signal_number]);
}

static inline void enxame_guard_install_crash(int signal_number) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = enxame_guard_crash;
    // A stack overflow leaves no stack to run on but the alternate one.
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigaction(signal_number, &action, &enxame_guard_state()->previous[signal_number]);
}

static const int enxame_guarded[] = {
    SIGWINCH, SIGTSTP, SIGCONT,                                            // noticed
    SIGTERM,  SIGHUP,  SIGINT,                                             // ends
    SIGSEGV,  SIGBUS,  SIGILL,  SIGFPE, SIGTRAP, SIGABRT, SIGSYS, SIGQUIT, // crashes
};
enum {
    enxame_guarded_ends = 3,
    enxame_guarded_crashes = 6,
    enxame_guarded_count = sizeof enxame_guarded / sizeof *enxame_guarded,
};

static inline void enxame_guard_install_all(void) {
    sigset_t ours;
    sigemptyset(&ours);
    for (int i = 0; i < enxame_guarded_count; i++) {
        int signal_number = enxame_guarded[i];
        if (i < enxame_guarded_ends)
            enxame_guard_install(signal_number, enxame_guard_notice);
        else if (i < enxame_guarded_crashes)
            enxame_guard_install(signal_number, enxame_guard_end);
        else
            enxame_guard_install_crash(signal_number);
        sigaddset(&ours, signal_number);
    }
    // A thread that was started from a dispatch worker has inherited its mask, which blocks nearly
    // everything: it could not even stop itself.
    pthread_sigmask(SIG_UNBLOCK, &ours, NULL);
}

static inline void enxame_guard_uninstall_all(void) {
    for (int i = 0; i < enxame_guarded_count; i++)
        sigaction(enxame_guarded[i], &enxame_guard_state()->previous[enxame_guarded[i]], NULL);
}

// Copies `length` bytes (at most 512) that put the terminal back. False when they do not fit.
static inline bool enxame_guard_arm(int descriptor, int wake, struct termios modes,
                                    const char* bytes, size_t length) {
    struct enxame_guard* guard = enxame_guard_state();
    if (length > sizeof guard->bytes)
        return false;
    guard->descriptor = descriptor;
    guard->wake = wake;
    guard->modes = modes;
    guard->length = length;
    memcpy(guard->bytes, bytes, length);
    guard->resized = guard->stopped = guard->continued = guard->ending = 0;
    guard->armed = 1;
    enxame_guard_install_all();
    return true;
}

// While the process stands stopped, the terminal belongs to the shell.
static inline void enxame_guard_pause(bool paused) { enxame_guard_state()->armed = !paused; }

static inline bool enxame_guard_is_armed(void) { return enxame_guard_state()->armed; }

static inline void enxame_guard_disarm(void) {
    enxame_guard_state()->armed = 0;
    enxame_guard_uninstall_all();
    enxame_crash_disarm();
}

// Stops the process as the terminal driver would, and returns when it goes on.
static inline void enxame_guard_stop(void) {
    struct sigaction own, standard;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigemptyset(&standard.sa_mask);
    sigaction(SIGTSTP, &standard, &own);
    // To this thread alone: sent to the process, another thread might take it after the handler
    // is back, and the stop would be asked for again.
    raise(SIGTSTP);
    sigaction(SIGTSTP, &own, NULL);
}

// What has been noticed since the last call, as bits.
static inline int enxame_guard_take(void) {
    struct enxame_guard* guard = enxame_guard_state();
    int noticed = 0;
    if (guard->resized) {
        guard->resized = 0;
        noticed |= enxame_noticed_resize;
    }
    if (guard->stopped) {
        guard->stopped = 0;
        noticed |= enxame_noticed_stop;
    }
    if (guard->continued) {
        guard->continued = 0;
        noticed |= enxame_noticed_continue;
    }
    return noticed;
}

// The signal that asked the program to end, or 0.
static inline int enxame_guard_ending(void) { return enxame_guard_state()->ending; }

#endif
