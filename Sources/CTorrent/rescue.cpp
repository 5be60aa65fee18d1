#include "rescue.hpp"

#include <libtorrent/file_storage.hpp>
#include <libtorrent/hasher.hpp>
#include <libtorrent/torrent_info.hpp>

#include <cerrno>
#include <fcntl.h>
#include <map>
#include <unistd.h>
#include <vector>

namespace {

/// The files of a torrent, each opened when it is first read.
class files_on_disk {
public:
    files_on_disk(lt::file_storage const& files, std::string save_path)
        : files_(files), save_path_(std::move(save_path)) {}
    ~files_on_disk() {
        for (auto const& [index, file] : open_) {
            if (file >= 0)
                ::close(file);
        }
    }
    files_on_disk(files_on_disk const&) = delete;
    files_on_disk& operator=(files_on_disk const&) = delete;

    /// False when any of these bytes was never written.
    bool read(lt::file_slice const& slice, char* to) {
        if (files_.pad_file_at(slice.file_index)) {
            std::fill(to, to + slice.size, '\0');
            return true;
        }
        int const file = open(slice.file_index);
        // libtorrent writes whole blocks into sparse files: a hole is a block that never came.
        if (file < 0 || ::lseek(file, slice.offset, SEEK_DATA) != slice.offset)
            return false;
        int64_t done = 0;
        while (done < slice.size) {
            ssize_t const count =
                ::pread(file, to + done, size_t(slice.size - done), slice.offset + done);
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return false;
            done += count;
        }
        return true;
    }

private:
    int open(lt::file_index_t index) {
        auto const known = open_.find(index);
        if (known != open_.end())
            return known->second;
        std::string const path = files_.file_path(index, save_path_);
        return open_[index] = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    }

    lt::file_storage const& files_;
    std::string save_path_;
    std::map<lt::file_index_t, int> open_;
};

} // namespace

void ct::find_written_pieces(lt::add_torrent_params& params) {
    lt::torrent_info const& info = *params.ti;
    // The hashes of a v2 torrent are trees that stand elsewhere; libtorrent fetches such again.
    if (!info.info_hashes().has_v1())
        return;
    files_on_disk files(info.files(), params.save_path);
    std::vector<char> piece(static_cast<size_t>(info.piece_length()));
    params.have_pieces.resize(info.num_pieces());
    for (lt::piece_index_t const index : info.piece_range()) {
        if (params.have_pieces[index])
            continue;
        int const size = info.piece_size(index);
        auto const slices = info.map_block(index, 0, size);
        char* to = piece.data();
        bool const written =
            std::all_of(slices.begin(), slices.end(), [&](lt::file_slice const& slice) {
                to += slice.size;
                return files.read(slice, to - slice.size);
            });
        lt::span<char const> const bytes(piece.data(), size);
        if (!written || lt::hasher(bytes).final() != info.hash_for_piece(index))
            continue;
        params.have_pieces.set_bit(index);
        params.unfinished_pieces.erase(index);
    }
}
