#pragma once

// libmariadb for Swift. It speaks to MariaDB, MySQL and what behaves like them.

#include <errmsg.h>
#include <mysql.h>
#include <stddef.h>

// The flags of mysql_real_connect() that are wanted: macros of mixed types that Swift reads as
// different numbers or not at all. Found rows are counted as changed, as SQLite counts them;
// several statements in one text save a round trip at each end of a transaction.
static inline unsigned long cmariadb_client_flags(void) {
    return CLIENT_FOUND_ROWS | CLIENT_MULTI_STATEMENTS;
}

// An option that is a number; mysql_options() takes a pointer to anything.
static inline int cmariadb_set_number(MYSQL* mysql, enum mysql_option option, unsigned int value) {
    return mysql_options(mysql, option, &value);
}

// An option that is a yes or a no: a my_bool, and wider than it would be read past its end.
static inline int cmariadb_set_flag(MYSQL* mysql, enum mysql_option option, int value) {
    my_bool flag = value != 0;
    return mysql_options(mysql, option, &flag);
}

// From <mysql/client_plugin.h>, which includes a header that Debian does not ship.
struct st_mysql_client_plugin* mysql_client_find_plugin(MYSQL* mysql, const char* name, int type);
enum { cmariadb_authentication_plugin = 2 };

// Gets the library ready, and loads the ways of signing in that are plugins: of two connections
// that load the same one at once, libmariadb 3.3 sends one away with an empty password
// (mysql_load_plugin: "it is already loaded"). Call it once, before any connection.
static inline int cmariadb_begin(void) {
    static const char* const names[] = {"caching_sha2_password", "sha256_password",
                                        "client_ed25519"};
    MYSQL* mysql = mysql_server_init(0, NULL, NULL) == 0 ? mysql_init(NULL) : NULL;
    if (mysql == NULL)
        return 0;
    for (int i = 0; i < 3; i++)
        mysql_client_find_plugin(mysql, names[i], cmariadb_authentication_plugin);
    mysql_close(mysql);
    return 1;
}
