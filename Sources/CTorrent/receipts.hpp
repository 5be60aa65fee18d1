#pragma once

#include "gate.hpp"

#include <libtorrent/address.hpp>
#include <libtorrent/peer_id.hpp>
#include <libtorrent/session.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>

namespace ct {

/// Payload that came, by torrent and peer, since it was taken last. libtorrent's thread adds, any
/// other takes.
class receipts {
public:
    struct giver {
        lt::sha1_hash torrent;
        lt::peer_id id;
        lt::address address;
        std::uint16_t port;

        bool operator<(giver const& other) const {
            return std::tie(torrent, id, address, port) <
                   std::tie(other.torrent, other.id, other.address, other.port);
        }
    };

    void add(giver const& from, std::int64_t bytes) noexcept;
    std::map<giver, std::int64_t> take();

private:
    /// When nobody takes, peers beyond so many are not counted.
    static constexpr std::size_t most = 20000;

    std::mutex mutex;
    std::map<giver, std::int64_t> sums;
};

/// Has every block that comes counted.
void keep_receipts(lt::session& session, std::shared_ptr<receipts> const& book);

} // namespace ct
