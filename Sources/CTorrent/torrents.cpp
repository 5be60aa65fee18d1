#include "rescue.hpp"
#include "session.hpp"

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/announce_entry.hpp>
#include <libtorrent/bdecode.hpp>
#include <libtorrent/load_torrent.hpp>
#include <libtorrent/read_resume_data.hpp>
#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_info.hpp>

namespace {

lt::span<char const> span_of(uint8_t const* bytes, size_t count) {
    return {reinterpret_cast<char const*>(bytes), static_cast<std::ptrdiff_t>(count)};
}

/// libtorrent's defaults are the bounds this program promises: 10 MB, depth 100, 3,000,000 tokens,
/// 2,097,152 pieces.
lt::add_torrent_params load(uint8_t const* bytes, size_t count) {
    lt::load_torrent_limits const limits;
    if (count > static_cast<size_t>(limits.max_buffer_size)) {
        throw lt::system_error(lt::errors::metadata_too_large);
    }
    return lt::load_torrent_buffer(span_of(bytes, count), limits);
}

/// What a torrent may not decide: whom we connect to beside the tracker's peers, and when it runs.
void tame(lt::add_torrent_params& params) {
    params.url_seeds.clear();
    params.http_seeds.clear();
    params.dht_nodes.clear();
    params.flags &= ~(lt::torrent_flags::auto_managed | lt::torrent_flags::paused |
                      lt::torrent_flags::stop_when_ready | lt::torrent_flags::upload_mode |
                      lt::torrent_flags::seed_mode);
    params.flags |= lt::torrent_flags::update_subscribe | lt::torrent_flags::duplicate_is_error |
                    lt::torrent_flags::disable_dht | lt::torrent_flags::disable_lsd;
}

} // namespace

ct_result ct_torrent_hash(const uint8_t* bytes, size_t count, uint8_t hash[20],
                          ct_failure* failure) noexcept {
    return ct::guarded(failure, ct_result_broken, [&] {
        ct::copy(ct::key(load(bytes, count).ti->info_hashes()), hash);
        return ct_result_ok;
    });
}

ct_result ct_session_add(ct_session* session, const uint8_t* bytes, size_t count,
                         const char* save_path, bool paused, bool hold_after_check,
                         uint8_t hash[20], ct_failure* failure) noexcept {
    return ct::guarded(failure, ct_result_broken, [&] {
        lt::add_torrent_params params = load(bytes, count);
        tame(params);
        params.save_path = save_path;
        if (paused)
            params.flags |= lt::torrent_flags::paused;
        if (hold_after_check)
            params.flags |= lt::torrent_flags::stop_when_ready;
        params.flags |= lt::torrent_flags::need_save_resume;
        lt::sha1_hash const name = ct::key(params.ti->info_hashes());
        session->session.add_torrent(std::move(params));
        if (paused)
            session->held.insert(name);
        ct::copy(name, hash);
        return ct_result_ok;
    });
}

ct_result ct_session_restore(ct_session* session, const uint8_t* bytes, size_t count,
                             uint8_t hash[20], bool* held, ct_failure* failure) noexcept {
    return ct::guarded(failure, ct_result_broken, [&] {
        lt::load_torrent_limits const limits;
        lt::bdecode_node const node =
            lt::bdecode(span_of(bytes, count), limits.max_decode_depth, limits.max_decode_tokens);
        lt::add_torrent_params params = lt::read_resume_data(node);
        if (!params.ti || params.save_path.empty()) {
            return ct::fail(failure, ct_result_broken, "it does not hold the torrent itself");
        }
        tame(params);
        params.flags |= lt::torrent_flags::paused;
        ct::find_written_pieces(params);
        lt::sha1_hash const name = ct::key(params.ti->info_hashes());
        session->session.add_torrent(std::move(params));
        *held = node.dict_find_int_value(ct::held_key) != 0;
        if (*held)
            session->held.insert(name);
        ct::copy(name, hash);
        return ct_result_ok;
    });
}

ct_result ct_torrent_replace_trackers(ct_session* session, const uint8_t hash[20],
                                      const uint8_t* bytes, size_t count,
                                      ct_failure* failure) noexcept {
    return ct::with_torrent(session, hash, failure, [&](lt::torrent_handle const& handle) {
        lt::add_torrent_params const params = load(bytes, count);
        std::vector<lt::announce_entry> entries;
        for (size_t index = 0; index < params.trackers.size(); ++index) {
            lt::announce_entry entry(params.trackers[index]);
            if (index < params.tracker_tiers.size()) {
                entry.tier = static_cast<std::uint8_t>(params.tracker_tiers[index]);
            }
            entries.push_back(entry);
        }
        // The same list again would only announce needlessly and forget the tracker's minimum.
        auto const present = handle.trackers();
        bool const same = std::equal(
            present.begin(), present.end(), entries.begin(), entries.end(),
            [](auto const& a, auto const& b) { return a.url == b.url && a.tier == b.tier; });
        if (!same && !entries.empty())
            handle.replace_trackers(entries);
    });
}

ct_result ct_torrent_announce_to(ct_session* session, const uint8_t hash[20], const char* url,
                                 ct_failure* failure) noexcept {
    return ct::with_torrent(session, hash, failure, [&](lt::torrent_handle const& handle) {
        auto const present = handle.trackers();
        // As above: the same again would only announce needlessly.
        if (present.size() != 1 || present.front().url != url)
            handle.replace_trackers({lt::announce_entry(url)});
    });
}

ct_result ct_torrent_pause(ct_session* session, const uint8_t hash[20], bool by_user,
                           ct_failure* failure) noexcept {
    return ct::with_torrent(session, hash, failure, [&](lt::torrent_handle const& handle) {
        handle.pause();
        if (by_user)
            session->held.insert(ct::hash_of(hash));
    });
}

ct_result ct_torrent_resume(ct_session* session, const uint8_t hash[20],
                            ct_failure* failure) noexcept {
    return ct::with_torrent(session, hash, failure, [&](lt::torrent_handle const& handle) {
        session->held.erase(ct::hash_of(hash));
        handle.clear_error();
        handle.unset_flags(lt::torrent_flags::upload_mode);
        handle.resume();
    });
}

ct_result ct_torrent_remove(ct_session* session, const uint8_t hash[20], bool delete_files,
                            ct_failure* failure) noexcept {
    return ct::with_torrent(session, hash, failure, [&](lt::torrent_handle const& handle) {
        session->held.erase(ct::hash_of(hash));
        session->session.remove_torrent(handle, delete_files ? lt::session::delete_files
                                                             : lt::remove_flags_t{});
    });
}

ct_result ct_torrent_reannounce(ct_session* session, const uint8_t hash[20],
                                ct_failure* failure) noexcept {
    return ct::with_torrent(session, hash, failure, [&](lt::torrent_handle const& handle) {
        handle.force_reannounce(0, -1, lt::torrent_handle::ignore_min_interval);
    });
}

ct_result ct_torrent_save(ct_session* session, const uint8_t hash[20],
                          ct_failure* failure) noexcept {
    return ct::with_torrent(session, hash, failure, [&](lt::torrent_handle const& handle) {
        handle.save_resume_data(lt::torrent_handle::save_info_dict |
                                lt::torrent_handle::flush_disk_cache);
    });
}

ct_result ct_torrent_connect(ct_session* session, const uint8_t hash[20], const char* address,
                             uint16_t port, ct_failure* failure) noexcept {
    return ct::with_torrent(session, hash, failure, [&](lt::torrent_handle const& handle) {
        handle.connect_peer(lt::tcp::endpoint(lt::make_address(address), port));
    });
}

ct_result ct_torrent_files(ct_session* session, const uint8_t hash[20], void* context,
                           void (*visit)(void* context, const char* path, int64_t size),
                           ct_failure* failure) noexcept {
    return ct::with_torrent(session, hash, failure, [&](lt::torrent_handle const& handle) {
        auto const info = handle.torrent_file();
        if (!info)
            return;
        lt::file_storage const& files = info->files();
        for (lt::file_index_t const index : files.file_range()) {
            if (files.pad_file_at(index))
                continue;
            visit(context, files.file_path(index).c_str(), files.file_size(index));
        }
    });
}
