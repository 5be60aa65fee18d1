#pragma once

#include "CTorrent.h"

#include <libtorrent/error_code.hpp>
#include <libtorrent/info_hash.hpp>
#include <libtorrent/sha1_hash.hpp>

#include <algorithm>
#include <cstring>
#include <string>

namespace ct {

inline void write_message(ct_failure* failure, char const* text) noexcept {
    if (failure == nullptr)
        return;
    std::strncpy(failure->message, text, sizeof(failure->message) - 1);
    failure->message[sizeof(failure->message) - 1] = '\0';
}

inline ct_result fail(ct_failure* failure, ct_result result, char const* text,
                      int system_error = 0) noexcept {
    if (failure != nullptr)
        failure->system_error = system_error;
    write_message(failure, text);
    return result;
}

/// errno when that is what the code is, else 0.
inline int system_error_of(lt::error_code const& code) noexcept {
    bool const system = code.category() == boost::system::system_category() ||
                        code.category() == boost::system::generic_category();
    return system ? code.value() : 0;
}

/// The one gate of this border: whatever `body` throws becomes a result and a message.
template <class Body>
ct_result guarded(ct_failure* failure, ct_result otherwise, Body&& body) noexcept {
    try {
        return body();
    } catch (lt::system_error const& error) {
        int const number = system_error_of(error.code());
        return fail(failure, number == 0 ? otherwise : ct_result_system, error.what(), number);
    } catch (std::exception const& error) {
        return fail(failure, otherwise, error.what());
    } catch (...) {
        return fail(failure, otherwise, "something went wrong inside libtorrent");
    }
}

/// v1 where the torrent has one: trackers and the rest of the program know it by that.
inline lt::sha1_hash key(lt::info_hash_t const& hashes) {
    return hashes.has_v1() ? hashes.v1 : hashes.get_best();
}

inline void copy(lt::sha1_hash const& hash, uint8_t out[20]) { std::memcpy(out, hash.data(), 20); }

inline lt::sha1_hash hash_of(uint8_t const bytes[20]) {
    return lt::sha1_hash(reinterpret_cast<char const*>(bytes));
}

} // namespace ct
