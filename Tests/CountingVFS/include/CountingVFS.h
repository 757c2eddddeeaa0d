#ifndef COUNTING_VFS_H
#define COUNTING_VFS_H

/// What befalls a process at one of its changes of files: writes, truncations, deletions, syncs.
typedef enum {
  /// Changes are counted.
  counting_vfs_nothing,
  /// The process ends in place of the change, without a word and without a clean-up. Every other fatal write is torn:
  /// its first half is written.
  counting_vfs_kill,
  /// As `kill`, and what no sync had brought to the disk is lost, but for what the seed keeps: whole files, a row of
  /// writes in order, or any sectors of 512 or 4096 bytes. A file whose folder was not synced may never have been there,
  /// or may be there again.
  counting_vfs_power_loss,
  /// No write gives a file more bytes any more.
  counting_vfs_disk_full,
  /// The change fails with EIO, and of every other seed all writes after it.
  counting_vfs_bad_write,
  /// The next sync fails with EIO, and of every other seed all syncs after it.
  counting_vfs_bad_sync,
  /// The read with this number fails with EIO.
  counting_vfs_bad_read,
} counting_vfs_event;

/// Puts a file system with that event before SQLite's own. Call it once, before SQLite opens anything.
///
/// `change` counts from 1; 0 for never.
void counting_vfs_register(counting_vfs_event event, long change, unsigned long long seed);

/// How many changes there were so far, and how many reads.
long counting_vfs_changes(void);
long counting_vfs_reads(void);

/// The event of `kill` and `power_loss` at this moment, whatever was counted.
void counting_vfs_end(void);

#endif
