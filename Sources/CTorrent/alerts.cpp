#include "session.hpp"

#include <libtorrent/alert_types.hpp>
#include <libtorrent/bencode.hpp>
#include <libtorrent/entry.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/torrent_status.hpp>
#include <libtorrent/write_resume_data.hpp>

#include <deque>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

struct ct_batch {
    std::vector<ct_alert> alerts;
    std::vector<ct_torrent> torrents;
    /// What the pointers above point at: a deque never moves what it holds.
    std::deque<std::string> texts;
    std::deque<std::vector<char>> buffers;

    char const* keep(std::string text) {
        texts.push_back(std::move(text));
        return texts.back().c_str();
    }
};

namespace {

int64_t verified_bytes(lt::torrent_status const& status, lt::torrent_info const& info) {
    int64_t bytes = int64_t(status.num_pieces) * info.piece_length();
    lt::piece_index_t const last = info.last_piece();
    if (last < status.pieces.end_index() && status.pieces[last]) {
        bytes -= info.piece_length() - info.piece_size(last);
    }
    return std::min(bytes, status.total_wanted);
}

ct_state state_of(lt::torrent_status::state_t state) {
    switch (state) {
    case lt::torrent_status::seeding:
        return ct_state_seeding;
    case lt::torrent_status::finished:
        return ct_state_finished;
    case lt::torrent_status::downloading:
    case lt::torrent_status::downloading_metadata:
        return ct_state_downloading;
    default:
        return ct_state_checking;
    }
}

void add_state(ct_batch& batch, lt::torrent_status const& status) {
    ct_torrent torrent{};
    ct::copy(ct::key(status.info_hashes), torrent.hash);
    torrent.state = state_of(status.state);
    torrent.paused = bool(status.flags & lt::torrent_flags::paused);
    torrent.upload_only = bool(status.flags & lt::torrent_flags::upload_mode);
    torrent.save_wanted = status.need_save_resume;
    if (status.errc) {
        int const number = ct::system_error_of(status.errc);
        torrent.file_error = number == 0 ? -1 : number;
    }
    torrent.peers = status.num_peers;
    torrent.seeds = status.num_seeds;
    torrent.size = status.total_wanted;
    if (auto const info = status.torrent_file.lock()) {
        torrent.verified = verified_bytes(status, *info);
    }
    torrent.download_rate = status.download_payload_rate;
    torrent.upload_rate = status.upload_payload_rate;
    torrent.downloaded = status.all_time_download;
    torrent.uploaded = status.all_time_upload;
    torrent.name = batch.keep(status.name);
    torrent.save_path = batch.keep(status.save_path);
    torrent.error = batch.keep(status.errc ? status.errc.message() : std::string());
    batch.torrents.push_back(torrent);
}

ct_alert alert_of(ct_alert_kind kind, lt::info_hash_t const& hashes) {
    ct_alert alert{};
    alert.kind = kind;
    alert.piece = -1;
    alert.message = "";
    alert.path = "";
    alert.bytes = reinterpret_cast<uint8_t const*>("");
    ct::copy(ct::key(hashes), alert.hash);
    return alert;
}

ct_alert failure_of(ct_batch& batch, ct_alert_kind kind, lt::info_hash_t const& hashes,
                    lt::error_code const& error, char const* path = "") {
    ct_alert alert = alert_of(kind, hashes);
    alert.system_error = ct::system_error_of(error);
    alert.message = batch.keep(error.message());
    alert.path = batch.keep(path);
    return alert;
}

ct_alert resume_of(ct_session const& session, ct_batch& batch,
                   lt::save_resume_data_alert const& saved) {
    ct_alert alert = alert_of(ct_alert_resume_data, saved.handle.info_hashes());
    lt::entry data = lt::write_resume_data(saved.params);
    if (session.held.count(ct::hash_of(alert.hash)) != 0)
        data[ct::held_key] = 1;
    std::vector<char> buffer;
    lt::bencode(std::back_inserter(buffer), data);
    batch.buffers.push_back(std::move(buffer));
    alert.bytes = reinterpret_cast<uint8_t const*>(batch.buffers.back().data());
    alert.byte_count = batch.buffers.back().size();
    return alert;
}

std::string tracker_message(lt::tracker_error_alert const& alert) {
    std::string const reason = alert.failure_reason();
    return reason.empty() ? alert.error.message() : reason;
}

void add_alert(ct_session const& session, ct_batch& batch, lt::alert const& any) {
    auto push = [&](ct_alert const& alert) { batch.alerts.push_back(alert); };
    switch (any.type()) {
    case lt::state_update_alert::alert_type:
        for (auto const& status : static_cast<lt::state_update_alert const&>(any).status) {
            add_state(batch, status);
        }
        break;
    case lt::piece_finished_alert::alert_type: {
        auto const& a = static_cast<lt::piece_finished_alert const&>(any);
        ct_alert alert = alert_of(ct_alert_piece_finished, a.handle.info_hashes());
        alert.piece = static_cast<int>(a.piece_index);
        push(alert);
        break;
    }
    case lt::torrent_finished_alert::alert_type:
        push(alert_of(ct_alert_finished,
                      static_cast<lt::torrent_alert const&>(any).handle.info_hashes()));
        break;
    case lt::torrent_checked_alert::alert_type:
        push(alert_of(ct_alert_checked,
                      static_cast<lt::torrent_alert const&>(any).handle.info_hashes()));
        break;
    case lt::file_error_alert::alert_type: {
        auto const& a = static_cast<lt::file_error_alert const&>(any);
        push(failure_of(batch, ct_alert_file_error, a.handle.info_hashes(), a.error, a.filename()));
        break;
    }
    case lt::torrent_error_alert::alert_type: {
        auto const& a = static_cast<lt::torrent_error_alert const&>(any);
        push(failure_of(batch, ct_alert_torrent_error, a.handle.info_hashes(), a.error,
                        a.filename()));
        break;
    }
    case lt::tracker_error_alert::alert_type: {
        auto const& a = static_cast<lt::tracker_error_alert const&>(any);
        // One of our addresses cannot reach the tracker; another will.
        if (a.error == lt::errors::announce_skipped)
            break;
        ct_alert alert = alert_of(ct_alert_tracker_error, a.handle.info_hashes());
        alert.message = batch.keep(tracker_message(a));
        push(alert);
        break;
    }
    case lt::tracker_reply_alert::alert_type:
        push(alert_of(ct_alert_tracker_reply,
                      static_cast<lt::torrent_alert const&>(any).handle.info_hashes()));
        break;
    case lt::save_resume_data_alert::alert_type:
        push(resume_of(session, batch, static_cast<lt::save_resume_data_alert const&>(any)));
        break;
    case lt::save_resume_data_failed_alert::alert_type: {
        auto const& a = static_cast<lt::save_resume_data_failed_alert const&>(any);
        push(failure_of(batch, ct_alert_resume_data_failed, a.handle.info_hashes(), a.error));
        break;
    }
    case lt::fastresume_rejected_alert::alert_type: {
        auto const& a = static_cast<lt::fastresume_rejected_alert const&>(any);
        push(failure_of(batch, ct_alert_resume_rejected, a.handle.info_hashes(), a.error,
                        a.file_path()));
        break;
    }
    case lt::torrent_removed_alert::alert_type:
        push(alert_of(ct_alert_removed,
                      static_cast<lt::torrent_removed_alert const&>(any).info_hashes));
        break;
    case lt::torrent_deleted_alert::alert_type:
        push(alert_of(ct_alert_deleted,
                      static_cast<lt::torrent_deleted_alert const&>(any).info_hashes));
        break;
    case lt::torrent_delete_failed_alert::alert_type: {
        auto const& a = static_cast<lt::torrent_delete_failed_alert const&>(any);
        push(failure_of(batch, ct_alert_delete_failed, a.info_hashes, a.error));
        break;
    }
    default:
        break;
    }
}

} // namespace

ct_result ct_session_pop(ct_session* session, ct_batch** batch, ct_failure* failure) noexcept {
    return ct::guarded(failure, ct_result_refused, [&] {
        auto made = std::make_unique<ct_batch>();
        std::vector<lt::alert*> popped;
        session->session.pop_alerts(&popped);
        for (lt::alert const* alert : popped)
            add_alert(*session, *made, *alert);
        *batch = made.release();
        return ct_result_ok;
    });
}

void ct_batch_free(ct_batch* batch) noexcept { delete batch; }

const ct_alert* ct_batch_alerts(const ct_batch* batch, size_t* count) noexcept {
    *count = batch->alerts.size();
    return batch->alerts.data();
}

const ct_torrent* ct_batch_torrents(const ct_batch* batch, size_t* count) noexcept {
    *count = batch->torrents.size();
    return batch->torrents.data();
}

ct_result ct_torrent_state(ct_session* session, const uint8_t hash[20], ct_batch** batch,
                           ct_failure* failure) noexcept {
    return ct::with_torrent(session, hash, failure, [&](lt::torrent_handle const& handle) {
        auto made = std::make_unique<ct_batch>();
        add_state(*made, handle.status());
        *batch = made.release();
    });
}
