#pragma once

// libtorrent-rasterbar behind plain C: only what the client needs.
//
// Rules of this border:
//  - no function throws; every C++ exception becomes a ct_result and a ct_failure;
//  - a `const` pointer parameter is borrowed for the length of the call and copied where kept;
//  - a pointer handed out belongs to whoever its comment names;
//  - text is UTF-8 and ends in NUL; bytes come with a count;
//  - a torrent is named by the twenty bytes of its info hash: v1 where it has one, else the first
//    twenty of v2 (BEP 52).

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#define CT_NOEXCEPT noexcept
#else
#define CT_NOEXCEPT
#endif

#define CT_ENUM(name) enum __attribute__((enum_extensibility(closed))) name : int32_t

typedef CT_ENUM(ct_result){
    ct_result_ok = 0,
    ct_result_broken = 1,    // bytes that are not a torrent, or not resume data
    ct_result_system = 2,    // the system refused: ct_failure.system_error holds errno
    ct_result_unknown = 3,   // no such torrent in this session
    ct_result_cancelled = 4, // the progress callback said stop
    ct_result_changed = 5,   // a file changed while it was read
    ct_result_refused = 6,   // anything else; ct_failure.message says what
    ct_result_unsafe = 7,    // a name that cannot be used as it is
} ct_result;

/// Why a call did not succeed. The caller owns it; it is written only on another result than ok.
typedef struct ct_failure {
    int32_t system_error; // errno, or 0
    char message[1024];
} ct_failure;

/// Bytes made here. The caller owns them and gives them back with ct_bytes_free.
typedef struct ct_bytes {
    const uint8_t* data;
    size_t count;
} ct_bytes;

void ct_bytes_free(ct_bytes bytes) CT_NOEXCEPT;

// MARK: session

/// A libtorrent session. Calls may come from one thread at a time, ct_session_wait excepted.
typedef struct ct_session ct_session;

typedef struct ct_settings {
    const char* listen_interfaces;
    const char* user_agent;
    int32_t download_limit;        // bytes a second, 0 for none
    int32_t upload_limit;          // bytes a second, 0 for none
    int32_t min_announce_interval; // seconds
    int32_t stop_tracker_timeout;  // seconds that the end of a session waits for trackers
} ct_settings;

/// On ok `*session` belongs to the caller, who ends it with ct_session_destroy.
ct_result ct_session_create(const ct_settings* settings, ct_session** session,
                            ct_failure* failure) CT_NOEXCEPT;

/// Announces `stopped` for every torrent and blocks until that is done or stop_tracker_timeout
/// passed. Nobody may be inside another call with this session.
void ct_session_destroy(ct_session* session) CT_NOEXCEPT;

/// The TCP port peers reach this session at; 0 when it does not listen.
uint16_t ct_session_listen_port(ct_session* session) CT_NOEXCEPT;

ct_result ct_session_set_limits(ct_session* session, int32_t download, int32_t upload,
                                ct_failure* failure) CT_NOEXCEPT;

/// Stops all traffic and announces `stopped`; what the user paused stays told apart.
void ct_session_pause(ct_session* session) CT_NOEXCEPT;

// MARK: torrents

typedef CT_ENUM(ct_state){
    ct_state_checking = 0,
    ct_state_downloading = 1,
    ct_state_finished = 2,
    ct_state_seeding = 3,
} ct_state;

/// One torrent at one moment. Its pointers belong to whatever it was read from.
typedef struct ct_torrent {
    uint8_t hash[20];
    ct_state state;
    bool paused;
    bool upload_only;   // a write failed, so libtorrent stopped downloading
    bool save_wanted;   // it changed since its resume data was saved
    int32_t file_error; // errno when libtorrent gave up on it, -1 for other causes, 0 for none
    int32_t peers;
    int32_t seeds;
    int64_t size;
    int64_t verified; // bytes in pieces that passed their hash
    int64_t download_rate;
    int64_t upload_rate;
    int64_t downloaded; // payload over all runs
    int64_t uploaded;   // payload over all runs
    const char* name;
    const char* save_path;
    const char* error;
} ct_torrent;

/// The info hash of a torrent, with libtorrent's own bounds on size, depth and pieces held.
ct_result ct_torrent_hash(const uint8_t* bytes, size_t count, uint8_t hash[20],
                          ct_failure* failure) CT_NOEXCEPT;

/// Adds a torrent. With `hold_after_check` its files are checked and it then pauses, whatever was
/// found, before it connects to anybody.
ct_result ct_session_add(ct_session* session, const uint8_t* bytes, size_t count,
                         const char* save_path, bool paused, bool hold_after_check,
                         uint8_t hash[20], ct_failure* failure) CT_NOEXCEPT;

/// Adds a torrent, paused, from what ct_alert_resume_data brought. `*held` tells whether the user
/// had paused it.
ct_result ct_session_restore(ct_session* session, const uint8_t* bytes, size_t count,
                             uint8_t hash[20], bool* held, ct_failure* failure) CT_NOEXCEPT;

/// Gives a torrent of the session the announce URLs found in these bytes of the same torrent.
ct_result ct_torrent_replace_trackers(ct_session* session, const uint8_t hash[20],
                                      const uint8_t* bytes, size_t count,
                                      ct_failure* failure) CT_NOEXCEPT;

/// Makes a torrent announce to this URL and to no other.
ct_result ct_torrent_announce_to(ct_session* session, const uint8_t hash[20], const char* url,
                                 ct_failure* failure) CT_NOEXCEPT;

/// Pauses it. `by_user` is remembered in its resume data.
ct_result ct_torrent_pause(ct_session* session, const uint8_t hash[20], bool by_user,
                           ct_failure* failure) CT_NOEXCEPT;
/// Clears its error and lets it run.
ct_result ct_torrent_resume(ct_session* session, const uint8_t hash[20],
                            ct_failure* failure) CT_NOEXCEPT;
/// ct_alert_removed follows; with `delete_files` also ct_alert_deleted or ct_alert_delete_failed.
ct_result ct_torrent_remove(ct_session* session, const uint8_t hash[20], bool delete_files,
                            ct_failure* failure) CT_NOEXCEPT;
ct_result ct_torrent_reannounce(ct_session* session, const uint8_t hash[20],
                                ct_failure* failure) CT_NOEXCEPT;
/// ct_alert_resume_data or ct_alert_resume_data_failed follows.
ct_result ct_torrent_save(ct_session* session, const uint8_t hash[20],
                          ct_failure* failure) CT_NOEXCEPT;
/// `address` is numeric, IPv4 or IPv6.
ct_result ct_torrent_connect(ct_session* session, const uint8_t hash[20], const char* address,
                             uint16_t port, ct_failure* failure) CT_NOEXCEPT;

/// The files of a torrent as paths relative to its save path, each with its size, in order.
/// `visit` is called on the calling thread before this returns; `path` lives as long as that call.
ct_result ct_torrent_files(ct_session* session, const uint8_t hash[20], void* context,
                           void (*visit)(void* context, const char* path, int64_t size),
                           ct_failure* failure) CT_NOEXCEPT;

// MARK: receipts

/// Payload that came from one peer of a torrent.
typedef struct ct_receipt {
    uint8_t hash[20];
    uint8_t peer_id[20];   // what the peer calls itself, maybe on this connection alone
    uint8_t address[16];   // in network order; of IPv4 the first four bytes
    int32_t address_bytes; // 4 or 16
    uint16_t port;         // where the peer listens, 0 where it did not say
    int64_t bytes;
} ct_receipt;

/// What came since this was called last; what was visited is forgotten. `visit` is called on the
/// calling thread before this returns; `receipt` lives as long as that call.
ct_result ct_session_take_receipts(ct_session* session, void* context,
                                   void (*visit)(void* context, const ct_receipt* receipt),
                                   ct_failure* failure) CT_NOEXCEPT;

// MARK: alerts

typedef CT_ENUM(ct_alert_kind){
    ct_alert_piece_finished = 0,  ct_alert_finished = 1,      ct_alert_checked = 2,
    ct_alert_file_error = 3,      ct_alert_torrent_error = 4, ct_alert_tracker_error = 5,
    ct_alert_tracker_reply = 6,   ct_alert_resume_data = 7,   ct_alert_resume_data_failed = 8,
    ct_alert_resume_rejected = 9, // what is on disk is not what the resume data says
    ct_alert_removed = 10,        ct_alert_deleted = 11,      ct_alert_delete_failed = 12,
} ct_alert_kind;

/// One thing that happened. Its pointers belong to the ct_batch it came in; none of them is null.
typedef struct ct_alert {
    ct_alert_kind kind;
    uint8_t hash[20];
    int32_t piece;        // ct_alert_piece_finished only, else -1
    int32_t system_error; // errno where the cause was the system, else 0
    const char* message;
    const char* path;
    const uint8_t* bytes; // ct_alert_resume_data only
    size_t byte_count;
} ct_alert;

/// Alerts and torrent states copied out of libtorrent, which forgets its own at the next pop.
typedef struct ct_batch ct_batch;

/// Blocks up to `milliseconds` until there are alerts to pop. May run beside any other call.
bool ct_session_wait(ct_session* session, int32_t milliseconds) CT_NOEXCEPT;

/// Asks for the state of every torrent that changed since the last time; a later batch has it.
void ct_session_request_updates(ct_session* session) CT_NOEXCEPT;

/// On ok `*batch` belongs to the caller, who gives it back with ct_batch_free.
ct_result ct_session_pop(ct_session* session, ct_batch** batch, ct_failure* failure) CT_NOEXCEPT;
void ct_batch_free(ct_batch* batch) CT_NOEXCEPT;

/// Both point into the batch and live as long as it.
const ct_alert* ct_batch_alerts(const ct_batch* batch, size_t* count) CT_NOEXCEPT;
const ct_torrent* ct_batch_torrents(const ct_batch* batch, size_t* count) CT_NOEXCEPT;

/// One torrent as it is now, in a batch of its own that the caller frees.
ct_result ct_torrent_state(ct_session* session, const uint8_t hash[20], ct_batch** batch,
                           ct_failure* failure) CT_NOEXCEPT;

// MARK: making

typedef struct ct_file {
    const char* path; // relative to `folder`; its first part is the torrent's name
    int64_t size;
} ct_file;

typedef struct ct_recipe {
    const char* folder; // what holds the file or folder being shared
    const ct_file* files;
    size_t file_count;
    int32_t piece_size;
    const char* announce; // null for none
    const char* creator;
    void* context; // handed to `progress`
    /// Bytes hashed so far; false stops the work. Called on the calling thread.
    bool (*progress)(void* context, int64_t done);
} ct_recipe;

/// Hashes the files and makes a private v1 torrent. A symbolic link is never followed. On ok
/// `*torrent` belongs to the caller. `failure.message` names the file on a system failure.
ct_result ct_make_torrent(const ct_recipe* recipe, ct_bytes* torrent, uint8_t hash[20],
                          ct_failure* failure) CT_NOEXCEPT;

#ifdef __cplusplus
}
#endif
