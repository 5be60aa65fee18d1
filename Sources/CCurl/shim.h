#pragma once

// libcurl for Swift: what is a macro with a type check or takes variable arguments, as a function.

#include <curl/curl.h>

// curl_easy_setopt() is variadic: one function for each type that an option takes.
static inline CURLcode ccurl_set_long(CURL* easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

// curl copies the text.
static inline CURLcode ccurl_set_text(CURL* easy, CURLoption option, const char* value) {
    return curl_easy_setopt(easy, option, value);
}

// curl borrows the list until the transfer ends.
static inline CURLcode ccurl_set_list(CURL* easy, CURLoption option, struct curl_slist* value) {
    return curl_easy_setopt(easy, option, value);
}

// curl hands the pointer back and never looks behind it.
static inline CURLcode ccurl_set_pointer(CURL* easy, CURLoption option, void* value) {
    return curl_easy_setopt(easy, option, value);
}

typedef size_t (*ccurl_receiver)(char* bytes, size_t size, size_t count, void* context);

static inline CURLcode ccurl_set_receiver(CURL* easy, CURLoption option, ccurl_receiver value) {
    return curl_easy_setopt(easy, option, value);
}

// curl copies `count` bytes: the size must be set before the bytes are.
static inline CURLcode ccurl_set_body(CURL* easy, const void* bytes, curl_off_t count) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, count);
    return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, bytes);
}

// CURLMsg holds its result in a union: the finished handle, its result, or NULL when there is none.
static inline CURL* ccurl_next_finished(CURLM* multi, CURLcode* result) {
    int waiting = 0;
    for (;;) {
        CURLMsg* message = curl_multi_info_read(multi, &waiting);
        if (message == NULL)
            return NULL;
        if (message->msg == CURLMSG_DONE) {
            *result = message->data.result;
            return message->easy_handle;
        }
    }
}
