#include "receipts.hpp"

#include "session.hpp"

#include <libtorrent/bdecode.hpp>
#include <libtorrent/extensions.hpp>
#include <libtorrent/peer_connection_handle.hpp>
#include <libtorrent/peer_request.hpp>

namespace {

/// One connection. It sees each block before anything is decided about it, so that nothing is lost
/// when the connection ends.
class peer_counter final : public lt::peer_plugin {
public:
    peer_counter(std::shared_ptr<ct::receipts> book, lt::sha1_hash const& torrent,
                 lt::peer_connection_handle peer)
        : book(std::move(book)), torrent(torrent), peer(std::move(peer)) {
        // Whom we called we called where it listens.
        if (this->peer.is_outgoing())
            port = this->peer.remote().port();
    }

    /// Who called us says where it listens (BEP 10).
    bool on_extension_handshake(lt::bdecode_node const& handshake) override {
        std::int64_t const said = handshake.dict_find_int_value("p", 0);
        if (port == 0 && said > 0 && said <= 65535)
            port = static_cast<std::uint16_t>(said);
        return true;
    }

    bool on_piece(lt::peer_request const& block, lt::span<char const>) override {
        book->add({torrent, peer.pid(), peer.remote().address(), port}, block.length);
        return false;
    }

private:
    std::shared_ptr<ct::receipts> book;
    lt::sha1_hash torrent;
    lt::peer_connection_handle peer;
    std::uint16_t port = 0;
};

class torrent_counter final : public lt::torrent_plugin {
public:
    torrent_counter(std::shared_ptr<ct::receipts> book, lt::sha1_hash const& torrent)
        : book(std::move(book)), torrent(torrent) {}

    std::shared_ptr<lt::peer_plugin>
    new_connection(lt::peer_connection_handle const& peer) override {
        if (peer.type() != lt::connection_type::bittorrent)
            return {};
        return std::make_shared<peer_counter>(book, torrent, peer);
    }

private:
    std::shared_ptr<ct::receipts> book;
    lt::sha1_hash torrent;
};

} // namespace

void ct::receipts::add(giver const& from, std::int64_t bytes) noexcept {
    // Want of memory must cost a receipt and not a transfer.
    try {
        std::lock_guard<std::mutex> const lock(mutex);
        auto const known = sums.find(from);
        if (known != sums.end()) {
            known->second += bytes;
        } else if (sums.size() < most) {
            sums.emplace(from, bytes);
        }
    } catch (...) {
    }
}

std::map<ct::receipts::giver, std::int64_t> ct::receipts::take() {
    std::lock_guard<std::mutex> const lock(mutex);
    return std::exchange(sums, {});
}

void ct::keep_receipts(lt::session& session, std::shared_ptr<receipts> const& book) {
    session.add_extension([book](lt::torrent_handle const& torrent, lt::client_data_t) {
        return std::make_shared<torrent_counter>(book, ct::key(torrent.info_hashes()));
    });
}

ct_result ct_session_take_receipts(ct_session* session, void* context,
                                   void (*visit)(void* context, const ct_receipt* receipt),
                                   ct_failure* failure) noexcept {
    return ct::guarded(failure, ct_result_refused, [&] {
        for (auto const& [from, bytes] : session->receipts->take()) {
            ct_receipt receipt{};
            ct::copy(from.torrent, receipt.hash);
            ct::copy(from.id, receipt.peer_id);
            if (from.address.is_v4()) {
                auto const bytes_of = from.address.to_v4().to_bytes();
                receipt.address_bytes = 4;
                std::copy(bytes_of.begin(), bytes_of.end(), receipt.address);
            } else {
                auto const bytes_of = from.address.to_v6().to_bytes();
                receipt.address_bytes = 16;
                std::copy(bytes_of.begin(), bytes_of.end(), receipt.address);
            }
            receipt.port = from.port;
            receipt.bytes = bytes;
            visit(context, &receipt);
        }
        return ct_result_ok;
    });
}
