#include "session.hpp"

#include <libtorrent/alert.hpp>
#include <libtorrent/fingerprint.hpp>
#include <libtorrent/ip_filter.hpp>
#include <libtorrent/peer_class.hpp>
#include <libtorrent/posix_disk_io.hpp>
#include <libtorrent/session_params.hpp>
#include <libtorrent/settings_pack.hpp>

#include <memory>

namespace {

using pack = lt::settings_pack;

pack make_pack(ct_settings const& settings) {
    pack p;
    p.set_str(pack::listen_interfaces, settings.listen_interfaces);
    p.set_str(pack::user_agent, settings.user_agent);
    p.set_str(pack::peer_fingerprint, lt::generate_fingerprint("EX", 1, 0, 0));
    p.set_str(pack::handshake_client_version, settings.user_agent);

    // A private community finds its peers through its tracker and nowhere else.
    p.set_bool(pack::enable_dht, false);
    p.set_bool(pack::enable_lsd, false);
    p.set_bool(pack::enable_upnp, false);
    p.set_bool(pack::enable_natpmp, false);
    p.set_str(pack::dht_bootstrap_nodes, "");
    p.set_bool(pack::announce_to_all_trackers, false);
    p.set_bool(pack::announce_to_all_tiers, false);
    p.set_int(pack::min_announce_interval, settings.min_announce_interval);
    p.set_int(pack::stop_tracker_timeout, settings.stop_tracker_timeout);
    // There is one tracker, so giving up on it for long helps nobody: 10 s, 25 s, 50 s, …
    p.set_int(pack::tracker_backoff, 100);

    // Several members may sit behind one address; all of a demo sits on loopback.
    p.set_bool(pack::allow_multiple_connections_per_ip, true);
    // Resuming within libtorrent's minute after pausing should find its peers again.
    p.set_int(pack::min_reconnect_time, 2);
    // uTP is answered, because stock clients try it first, but not begun: over loopback and a LAN
    // it is slower, and rate limits hold better on TCP alone.
    p.set_bool(pack::enable_outgoing_utp, false);
    p.set_int(pack::mixed_mode_algorithm, pack::prefer_tcp);

    // The ledger books what is announced, so blocks should not come twice: strict end game, a
    // queue of one second rather than three (what is queued at the end is what other peers are
    // asked for again), and time-outs that a small rate limit does not trip.
    p.set_bool(pack::strict_end_game_mode, true);
    p.set_int(pack::request_queue_time, 1);
    p.set_int(pack::piece_timeout, 60);
    p.set_int(pack::request_timeout, 120);

    // Measured: posix I/O is as fast as mmap here, in a twentieth of the memory.
    p.set_int(pack::aio_threads, 2);
    p.set_int(pack::hashing_threads, 2);
    p.set_int(pack::send_buffer_watermark, 3 * 1024 * 1024);
    p.set_int(pack::max_queued_disk_bytes, 64 * 1024 * 1024);

    p.set_int(pack::download_rate_limit, settings.download_limit);
    p.set_int(pack::upload_rate_limit, settings.upload_limit);

    // Thousands of torrents restored at once each bring a few.
    p.set_int(pack::alert_queue_size, 20000);
    p.set_int(pack::alert_mask, lt::alert_category::error | lt::alert_category::storage |
                                    lt::alert_category::status | lt::alert_category::tracker |
                                    lt::alert_category::piece_progress);
    return p;
}

/// libtorrent leaves loopback and local networks out of session rate limits unless every address
/// is mapped to the global peer class.
void limit_every_address(lt::session& session) {
    std::uint32_t const global = 1u
                                 << static_cast<std::uint32_t>(lt::session::global_peer_class_id);
    lt::ip_filter filter;
    filter.add_rule(lt::make_address("0.0.0.0"), lt::make_address("255.255.255.255"), global);
    filter.add_rule(lt::make_address("::"),
                    lt::make_address("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), global);
    session.set_peer_class_filter(filter);
}

} // namespace

ct_result ct_session_create(const ct_settings* settings, ct_session** session,
                            ct_failure* failure) noexcept {
    return ct::guarded(failure, ct_result_refused, [&] {
        lt::session_params params(make_pack(*settings));
        params.disk_io_constructor = lt::posix_disk_io_constructor;
        auto made = std::make_unique<ct_session>(std::move(params));
        limit_every_address(made->session);
        *session = made.release();
        return ct_result_ok;
    });
}

void ct_session_destroy(ct_session* session) noexcept {
    // The destructor can throw only where a thread cannot be joined; there is no caller left who
    // could do anything about that.
    ct::guarded(nullptr, ct_result_refused, [&] {
        delete session;
        return ct_result_ok;
    });
}

uint16_t ct_session_listen_port(ct_session* session) noexcept {
    uint16_t port = 0;
    ct::guarded(nullptr, ct_result_refused, [&] {
        port = session->session.listen_port();
        return ct_result_ok;
    });
    return port;
}

ct_result ct_session_set_limits(ct_session* session, int32_t download, int32_t upload,
                                ct_failure* failure) noexcept {
    return ct::guarded(failure, ct_result_refused, [&] {
        pack p;
        p.set_int(pack::download_rate_limit, download);
        p.set_int(pack::upload_rate_limit, upload);
        session->session.apply_settings(std::move(p));
        return ct_result_ok;
    });
}

void ct_session_pause(ct_session* session) noexcept {
    ct::guarded(nullptr, ct_result_refused, [&] {
        session->session.pause();
        return ct_result_ok;
    });
}

bool ct_session_wait(ct_session* session, int32_t milliseconds) noexcept {
    bool ready = false;
    ct::guarded(nullptr, ct_result_refused, [&] {
        ready = session->session.wait_for_alert(lt::milliseconds(milliseconds)) != nullptr;
        return ct_result_ok;
    });
    return ready;
}

void ct_session_request_updates(ct_session* session) noexcept {
    ct::guarded(nullptr, ct_result_refused, [&] {
        session->session.post_torrent_updates(
            lt::torrent_handle::query_pieces | lt::torrent_handle::query_torrent_file |
            lt::torrent_handle::query_name | lt::torrent_handle::query_save_path);
        return ct_result_ok;
    });
}
