// What Linux has for many sockets at once and what glibc has to say how memory is kept: Swift's
// Glibc module leaves them out, because its headers are read without _GNU_SOURCE, or not at all.
// Declared under names of our own that stand for the same symbols, so that nothing clashes when the
// module declares them one day.
#pragma once

#include <stdint.h>
#include <sys/socket.h>

// epoll_event of epoll_ctl(2): packed on x86-64 and nowhere else.
#if defined(__x86_64__)
#define ENXAME_PACKED __attribute__((packed))
#else
#define ENXAME_PACKED
#endif

struct enxame_event {
    uint32_t events;
    uint64_t data;
} ENXAME_PACKED;

// mmsghdr of recvmmsg(2).
struct enxame_message {
    struct msghdr header;
    unsigned int length;
};

enum {
    enxame_readable = 0x001,
    enxame_writable = 0x004,
    enxame_failed = 0x008,
    enxame_hung_up = 0x010,
    enxame_add = 1,
    enxame_remove = 2,
    enxame_change = 3,
    // SOCK_NONBLOCK | SOCK_CLOEXEC, and EFD_NONBLOCK | EFD_CLOEXEC: the same bits.
    enxame_nonblocking = 02000000 | 00004000,
    enxame_close_on_exec = 02000000,
    enxame_dont_wait = 0x40,
    enxame_no_signal = 0x4000,
    enxame_more = 0x8000,
    enxame_truncated = 0x20,
    enxame_defer_accept = 9,
};

int enxame_epoll_create(int flags) __asm__("epoll_create1");
int enxame_epoll_control(int poll, int what, int descriptor,
                         struct enxame_event* event) __asm__("epoll_ctl");
int enxame_epoll_wait(int poll, struct enxame_event* events, int most,
                      int milliseconds) __asm__("epoll_wait");
int enxame_eventfd(unsigned int first, int flags) __asm__("eventfd");
int enxame_accept(int descriptor, void* address, uint32_t* length, int flags) __asm__("accept4");
int enxame_receive_many(int descriptor, struct enxame_message* messages, unsigned int count,
                        int flags, void* timeout) __asm__("recvmmsg");
int enxame_send_many(int descriptor, struct enxame_message* messages, unsigned int count,
                     int flags) __asm__("sendmmsg");

// mallopt(3) of glibc.
enum {
    enxame_longest_kept = -3,
    enxame_most_arenas = -8,
};

int enxame_set_allocator(int what, int value) __asm__("mallopt");
