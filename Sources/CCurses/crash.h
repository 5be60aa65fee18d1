#ifndef ENXAME_CCURSES_CRASH_H
#define ENXAME_CCURSES_CRASH_H

// What a crash leaves behind: a log with a backtrace, and a line that says where it is. Written by
// a signal handler, so by the rules of guard.h: only calls that signal-safety(7) lists, and
// backtrace(3), which is safe once it has been called before.

enum {
    enxame_crash_path_size = 1024,
    enxame_crash_text_size = 1536,
    enxame_crash_frames = 128,
    // What libraries and the language's runtime may say while the screen is up.
    enxame_crash_said_size = 65536,
};

struct enxame_crash {
    bool armed;
    char path[enxame_crash_path_size];
    char heading[enxame_crash_text_size];
    char notice[enxame_crash_text_size];
    // Standard error as it was, and the memory that stands in its place while the screen is up:
    // both -1 where it is left alone.
    int standard;
    int said;
};

static inline struct enxame_crash* enxame_crash_state(void) {
    static struct enxame_crash state = {.standard = -1, .said = -1};
    return &state;
}

static inline void enxame_crash_put(int descriptor, const char* text, size_t length) {
    while (length > 0) {
        ssize_t count = write(descriptor, text, length);
        if (count > 0) {
            text += count;
            length -= (size_t)count;
        } else if (count == 0 || errno != EINTR) {
            return;
        }
    }
}

static inline void enxame_crash_say(int descriptor, const char* text) {
    enxame_crash_put(descriptor, text, strlen(text));
}

static inline void enxame_crash_number(int descriptor, unsigned long long number, unsigned base,
                                       int digits) {
    char text[24];
    int place = sizeof text;
    do {
        text[--place] = "0123456789abcdef"[number % base];
        number /= base;
        digits--;
    } while ((number > 0 || digits > 0) && place > 0);
    enxame_crash_put(descriptor, text + place, sizeof text - (size_t)place);
}

// 2026-11-23T12:00:00Z; gmtime is not for signal handlers. Days to dates after Howard Hinnant's
// "chrono-compatible low-level date algorithms".
static inline void enxame_crash_time(int descriptor, long long seconds) {
    long long days = seconds / 86400 + 719468;
    long long rest = seconds % 86400;
    long long era = days / 146097;
    long long day_of_era = days % 146097;
    long long year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    long long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    long long month = (5 * day_of_year + 2) / 153;
    long long day = day_of_year - (153 * month + 2) / 5 + 1;
    month = month < 10 ? month + 3 : month - 9;
    long long year = year_of_era + era * 400 + (month <= 2);
    long long parts[] = {year, month, day, rest / 3600, rest / 60 % 60, rest % 60};
    const char* separators[] = {"-", "-", "T", ":", ":", "Z"};
    for (int i = 0; i < 6; i++) {
        enxame_crash_number(descriptor, (unsigned long long)parts[i], 10, i == 0 ? 4 : 2);
        enxame_crash_say(descriptor, separators[i]);
    }
}

static inline const char* enxame_crash_name(int signal_number) {
    switch (signal_number) {
    case SIGSEGV:
        return "SIGSEGV";
    case SIGBUS:
        return "SIGBUS";
    case SIGILL:
        return "SIGILL";
    case SIGFPE:
        return "SIGFPE";
    case SIGTRAP:
        return "SIGTRAP";
    case SIGABRT:
        return "SIGABRT";
    case SIGSYS:
        return "SIGSYS";
    case SIGQUIT:
        return "SIGQUIT";
    default:
        return "a signal";
    }
}

// What was said on standard error while nobody could see it.
static inline void enxame_crash_repeat(int descriptor) {
    struct enxame_crash* crash = enxame_crash_state();
    if (crash->said < 0)
        return;
    off_t length = lseek(crash->said, 0, SEEK_CUR);
    char buffer[512];
    for (off_t sent = 0; sent < length;) {
        off_t left = length - sent;
        ssize_t count = pread(crash->said, buffer,
                              left < (off_t)sizeof buffer ? (size_t)left : sizeof buffer, sent);
        if (count <= 0)
            return;
        enxame_crash_put(descriptor, buffer, (size_t)count);
        sent += count;
    }
}

// Gives standard error back.
static inline void enxame_crash_release(void) {
    struct enxame_crash* crash = enxame_crash_state();
    if (crash->standard >= 0)
        (void)dup2(crash->standard, STDERR_FILENO);
}

// Once, after the terminal has been given back.
static inline void enxame_crash_report(int signal_number, siginfo_t* info) {
    struct enxame_crash* crash = enxame_crash_state();
    if (!crash->armed)
        return;
    crash->armed = false;
    enxame_crash_release();
    int log = open(crash->path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (log < 0)
        return;
    enxame_crash_say(log, crash->heading);
    enxame_crash_say(log, "\n");
    enxame_crash_time(log, (long long)time(NULL));
    enxame_crash_say(log, " ");
    enxame_crash_say(log, enxame_crash_name(signal_number));
    enxame_crash_say(log, " (");
    enxame_crash_number(log, (unsigned)signal_number, 10, 1);
    if (info->si_code <= 0) {
        enxame_crash_say(log, ") sent by process ");
        enxame_crash_number(log, (unsigned)info->si_pid, 10, 1);
    } else {
        enxame_crash_say(log, ") at 0x");
        enxame_crash_number(log, (unsigned long long)(uintptr_t)info->si_addr, 16, 1);
    }
    enxame_crash_say(log, "\n");
    enxame_crash_repeat(log);
    void* frames[enxame_crash_frames];
    backtrace_symbols_fd(frames, backtrace(frames, enxame_crash_frames), log);
    enxame_crash_say(log, "\n");
    close(log);
    enxame_crash_say(STDERR_FILENO, crash->notice);
    enxame_crash_say(STDERR_FILENO, "\n");
}

// False when a text does not fit: then nothing is left behind. Standard error is taken where it is
// a terminal: what is said there would stand in the middle of the screen, and be gone with it.
static inline bool enxame_crash_arm(const char* path, const char* heading, const char* notice) {
    struct enxame_crash* crash = enxame_crash_state();
    if (strlen(path) >= sizeof crash->path || strlen(heading) >= sizeof crash->heading ||
        strlen(notice) >= sizeof crash->notice)
        return false;
    strcpy(crash->path, path);
    strcpy(crash->heading, heading);
    strcpy(crash->notice, notice);
    // Loads what it needs now, while memory may be had.
    void* frame[1];
    (void)backtrace(frame, 1);
    if (isatty(STDERR_FILENO) && crash->standard < 0) {
        crash->said = memfd_create("stderr", MFD_CLOEXEC | MFD_ALLOW_SEALING);
        if (crash->said >= 0 && ftruncate(crash->said, enxame_crash_said_size) == 0 &&
            fcntl(crash->said, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK) == 0)
            crash->standard = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
        if (crash->standard >= 0)
            (void)dup2(crash->said, STDERR_FILENO);
    }
    crash->armed = true;
    return true;
}

// The screen is gone, and nothing has crashed: what was said meanwhile can be read now.
static inline void enxame_crash_disarm(void) {
    struct enxame_crash* crash = enxame_crash_state();
    crash->armed = false;
    enxame_crash_release();
    if (crash->standard >= 0) {
        enxame_crash_repeat(STDERR_FILENO);
        close(crash->standard);
    }
    if (crash->said >= 0)
        close(crash->said);
    crash->standard = crash->said = -1;
}

#endif
