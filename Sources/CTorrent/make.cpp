#include "gate.hpp"

#include <libtorrent/create_torrent.hpp>
#include <libtorrent/file_storage.hpp>
#include <libtorrent/hasher.hpp>
#include <libtorrent/load_torrent.hpp>
#include <libtorrent/torrent_info.hpp>

#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace {

/// Why hashing ended early, carried to the border where it becomes a result.
struct stopped {
    ct_result result;
    std::string message;
    int system_error;
};

/// The files one after the other as a single stream, as a v1 torrent sees them.
class stream {
public:
    stream(ct_recipe const& recipe) : recipe_(recipe) {}
    ~stream() { close_file(); }
    stream(stream const&) = delete;
    stream& operator=(stream const&) = delete;

    /// Fills the buffer; fewer bytes only at the end of the last file.
    size_t read(char* buffer, size_t wanted) {
        size_t filled = 0;
        while (filled < wanted && index_ < recipe_.file_count) {
            if (file_ < 0)
                open_file();
            size_t const room = std::min<size_t>(wanted - filled, size_t(left_));
            ssize_t const got = room == 0 ? 0 : ::read(file_, buffer + filled, room);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                throw stopped{ct_result_system, path(), errno};
            if (got == 0 && room != 0)
                throw stopped{ct_result_changed, path(), 0};
            filled += size_t(got);
            left_ -= got;
            if (left_ == 0)
                next_file();
        }
        return filled;
    }

private:
    std::string path() const {
        return std::string(recipe_.folder) + "/" + recipe_.files[index_].path;
    }

    void open_file() {
        file_ = ::open(path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (file_ < 0)
            throw stopped{ct_result_system, path(), errno};
        struct stat facts {};
        if (::fstat(file_, &facts) != 0)
            throw stopped{ct_result_system, path(), errno};
        left_ = recipe_.files[index_].size;
        if (!S_ISREG(facts.st_mode) || facts.st_size != left_) {
            throw stopped{ct_result_changed, path(), 0};
        }
    }

    void next_file() {
        close_file();
        ++index_;
    }

    void close_file() {
        if (file_ >= 0)
            ::close(file_);
        file_ = -1;
    }

    ct_recipe const& recipe_;
    size_t index_ = 0;
    int file_ = -1;
    int64_t left_ = 0;
};

/// libtorrent leaves characters out of names and shortens them; what it would not find again under
/// the same name cannot be seeded. A draft with made-up hashes tells, before the long work begins.
void refuse_renamed(ct_recipe const& recipe, lt::create_torrent torrent) {
    // libtorrent takes a hash of zeros for a missing one.
    lt::sha1_hash const any = lt::hasher().final();
    for (lt::piece_index_t piece{0}; piece < lt::piece_index_t(torrent.num_pieces()); ++piece) {
        torrent.set_hash(piece, any);
    }
    auto const draft = lt::load_torrent_buffer(torrent.generate_buf(), lt::load_torrent_limits());
    lt::file_storage const& files = draft.ti->files();
    for (lt::file_index_t const index : files.file_range()) {
        char const* const path = recipe.files[static_cast<int>(index)].path;
        if (files.file_path(index) != path)
            throw stopped{ct_result_unsafe, path, 0};
    }
}

void hash_pieces(ct_recipe const& recipe, lt::create_torrent& torrent) {
    stream files(recipe);
    std::vector<char> buffer(static_cast<size_t>(torrent.piece_length()));
    int64_t done = 0;
    for (lt::piece_index_t piece{0}; piece < lt::piece_index_t(torrent.num_pieces()); ++piece) {
        size_t const wanted = static_cast<size_t>(torrent.piece_size(piece));
        size_t const count = files.read(buffer.data(), wanted);
        lt::hasher hasher(lt::span<char const>(buffer.data(), std::ptrdiff_t(count)));
        torrent.set_hash(piece, hasher.final());
        done += int64_t(count);
        if (!recipe.progress(recipe.context, done))
            throw stopped{ct_result_cancelled, "", 0};
    }
}

} // namespace

void ct_bytes_free(ct_bytes bytes) noexcept { delete[] bytes.data; }

ct_result ct_make_torrent(const ct_recipe* recipe, ct_bytes* torrent, uint8_t hash[20],
                          ct_failure* failure) noexcept {
    return ct::guarded(failure, ct_result_refused, [&] {
        try {
            lt::file_storage files;
            for (size_t index = 0; index < recipe->file_count; ++index) {
                files.add_file(recipe->files[index].path, recipe->files[index].size);
            }
            lt::create_torrent maker(files, recipe->piece_size, lt::create_torrent::v1_only);
            maker.set_priv(true);
            maker.set_creator(recipe->creator);
            // The same files make the same bytes, whenever that is.
            maker.set_creation_date(0);
            if (recipe->announce != nullptr)
                maker.add_tracker(recipe->announce);
            refuse_renamed(*recipe, maker);
            hash_pieces(*recipe, maker);
            std::vector<char> const made = maker.generate_buf();
            lt::load_torrent_limits const limits;
            auto const check = lt::load_torrent_buffer(made, limits);
            auto bytes = std::make_unique<uint8_t[]>(made.size());
            std::memcpy(bytes.get(), made.data(), made.size());
            ct::copy(ct::key(check.ti->info_hashes()), hash);
            *torrent = ct_bytes{bytes.release(), made.size()};
            return ct_result_ok;
        } catch (stopped const& reason) {
            return ct::fail(failure, reason.result, reason.message.c_str(), reason.system_error);
        }
    });
}
