#pragma once

#include "gate.hpp"
#include "receipts.hpp"

#include <libtorrent/session.hpp>
#include <libtorrent/torrent_handle.hpp>

#include <set>

struct ct_session {
    /// libtorrent's thread holds on to it, too.
    std::shared_ptr<ct::receipts> receipts = std::make_shared<ct::receipts>();
    lt::session session;
    /// What the user paused. libtorrent's own flag also tells of errors and of a session at its
    /// end, so it cannot be what resume data remembers.
    std::set<lt::sha1_hash> held;

    explicit ct_session(lt::session_params params) : session(std::move(params)) {
        ct::keep_receipts(session, receipts);
    }
};

namespace ct {

/// The key under which resume data says that the user had paused the torrent.
constexpr char const* held_key = "enxame-paused";

/// Runs `body` with the handle of a torrent, or says that there is none.
template <class Body>
ct_result with_torrent(ct_session* session, uint8_t const hash[20], ct_failure* failure,
                       Body&& body) noexcept {
    return guarded(failure, ct_result_refused, [&] {
        lt::torrent_handle const handle = session->session.find_torrent(hash_of(hash));
        if (!handle.is_valid()) {
            return fail(failure, ct_result_unknown, "there is no such torrent");
        }
        body(handle);
        return ct_result_ok;
    });
}

} // namespace ct
