#ifndef ENXAME_CCURSES_SHIM_H
#define ENXAME_CCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>

#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

// wchar.h hides it without _XOPEN_SOURCE, which Swift's importer does not define.
extern int wcwidth(wchar_t);
// unistd.h hides it without _GNU_SOURCE.
extern int pipe2(int ends[2], int flags);
// term.h would define words such as `columns` and `lines` as macros for everybody.
extern int setupterm(const char*, int, int*);

// `stdout` and `stdin` are mutable globals, which Swift 6 refuses.
static inline SCREEN* enxame_newterm(const char* type) { return newterm(type, stdout, stdin); }

// A mutable global, as the three below.
static inline WINDOW* enxame_stdscr(void) { return stdscr; }

static inline WINDOW* enxame_curscr(void) { return curscr; }

static inline int enxame_colours(void) { return COLORS; }

static inline int enxame_colour_pairs(void) { return COLOR_PAIRS; }

// The attributes are function-like macros.
static inline attr_t enxame_bold(void) { return A_BOLD; }

static inline attr_t enxame_dim(void) { return A_DIM; }

static inline attr_t enxame_italic(void) { return A_ITALIC; }

static inline attr_t enxame_underline(void) { return A_UNDERLINE; }

static inline attr_t enxame_reverse(void) { return A_REVERSE; }

// `mvwadd_wchnstr` is a macro. It is used with a count of one rather than `mvwadd_wch`, which
// reports an error in the lower right corner because the cursor cannot move on from there.
static inline int enxame_put(WINDOW* window, int row, int column, const wchar_t* text,
                             attr_t attributes, int pair) {
    cchar_t cell;
    // Pairs beyond the range of a short travel in the last argument (curs_getcchar(3X)).
    if (setcchar(&cell, text, attributes, (short)0, &pair) == ERR)
        return ERR;
    return mvwadd_wchnstr(window, row, column, &cell, 1);
}

// ioctl is variadic. Zero in both where the size is not known.
static inline struct winsize enxame_window_size(int descriptor) {
    struct winsize size;
    memset(&size, 0, sizeof size);
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0)
        memset(&size, 0, sizeof size);
    return size;
}

static inline bool enxame_locale_is_utf8(void) {
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

// A capability's bytes, or NULL when the terminal lacks it; tigetstr says "no such name" with -1.
static inline const char* enxame_capability(const char* name) {
    const char* bytes = tigetstr((char*)name);
    return bytes == (const char*)-1 ? NULL : bytes;
}

// Each of these three is hidden without _GNU_SOURCE (fcntl.h, sys/mman.h).
extern int memfd_create(const char* name, unsigned flags);
#ifndef MFD_CLOEXEC
#define MFD_CLOEXEC 1U
#define MFD_ALLOW_SEALING 2U
#endif
#ifndef F_ADD_SEALS
#define F_ADD_SEALS 1033
#define F_SEAL_SHRINK 2
#define F_SEAL_GROW 4
#endif
#ifndef O_CLOEXEC
#define O_CLOEXEC 02000000
#endif

#include "guard.h"

#endif
