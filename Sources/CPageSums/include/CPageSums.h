#ifndef C_PAGE_SUMS_H
#define C_PAGE_SUMS_H

/// A file system for SQLite over its own: each page of a database whose pages keep 8 bytes free holds a sum of its bytes
/// there, which is compared when the page is read. Other databases are left as they are.
///
/// A page that is not what was written fails with `SQLITE_IOERR_DATA`. In C because SQLite's file systems are tables of
/// functions over memory that SQLite lays out.
extern const char *const page_sums_name;

/// Bytes that a new database must keep free in each page (`SQLITE_FCNTL_RESERVE_BYTES`).
extern const int page_sums_bytes;

/// Makes it known to SQLite, over what is the default file system then. Call it once.
void page_sums_register(void);

#endif
