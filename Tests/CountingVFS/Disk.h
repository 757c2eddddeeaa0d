#ifndef DISK_H
#define DISK_H

#include <sqlite3.h>

// What a disk would hold if the power went: of each file what the last sync brought there, and what came since.

typedef struct DiskName DiskName;

// The file of that name. `creates`: it is not there yet and will be. `syncs_folder`: its first sync brings its folder's
// entries to the disk as well (SQLite does that for logs and journals).
DiskName *disk_open(const char *path, int creates, int syncs_folder);
void disk_write(DiskName *name, const void *bytes, int count, sqlite3_int64 offset);
void disk_truncate(DiskName *name, sqlite3_int64 size);
void disk_sync(DiskName *name);
void disk_delete(const char *path, int syncs_folder);
// Brings every file to a state in which the power could have left it.
void disk_lose_power(unsigned long long seed);

#endif
