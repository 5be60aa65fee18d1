#include <cstdlib>
#include <libtorrent/create_torrent.hpp>
#include <libtorrent/file_storage.hpp>
#include <string>

namespace {

// Workaround: libtorrent 2.0 (src/escape_string.cpp) writes names of files in the C library's
// character set unless LANG ends with ".UTF-8" when it first looks, and puts a dot for every
// character that is not in it: a torrent named with two ideographs becomes "..", and leaves its
// folder. Names here are UTF-8 on every disk. It looks once and keeps the answer, so it is made to
// look while this is loaded, before there are threads that could read the environment, and LANG is
// what it was after that.
//
// Can go when libtorrent is built with TORRENT_NATIVE_UTF8 for Linux.
__attribute__((constructor)) void settle_names() {
    char const* const variable = "LANG";
    char const* const set = std::getenv(variable);
    bool const was_set = set != nullptr;
    std::string const before = was_set ? set : "";
    if (setenv(variable, "C.UTF-8", 1) != 0)
        return;
    try {
        // Nothing is there: the name alone is looked at.
        lt::file_storage files;
        lt::add_files(files, "/dev/null/nothing");
    } catch (...) {
        // What matters has been decided by then.
    }
    if (was_set)
        setenv(variable, before.c_str(), 1);
    else
        unsetenv(variable);
}

} // namespace
