#ifndef COUNTING_VFS_H
#define COUNTING_VFS_H

/// Puts a file system before SQLite's own that counts what changes files (writes, truncations, deletions, syncs) and
/// ends the process, without a word and without a clean-up, in place of the one with this number. Every other fatal
/// write is torn: its first half is written.
///
/// `fatal` 0 only counts. Call it once, before SQLite opens anything.
void counting_vfs_register(long fatal);

/// How many changes there were so far.
long counting_vfs_count(void);

#endif
