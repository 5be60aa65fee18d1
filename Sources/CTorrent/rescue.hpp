#pragma once

#include <libtorrent/add_torrent_params.hpp>

namespace ct {

/// Adds to resume data the pieces that reached the disk after it was written, so that a client that
/// was killed fetches nothing twice. Only data on disk that the resume data does not know is read:
/// the few pieces of its last seconds.
void find_written_pieces(lt::add_torrent_params& params);

} // namespace ct
