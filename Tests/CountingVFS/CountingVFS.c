#include "CountingVFS.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static sqlite3_vfs *real_vfs;
static sqlite3_vfs own_vfs;
static atomic_long changes;
static long fatal_change;

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;
} File;

static sqlite3_file *real_of(sqlite3_file *file) { return ((File *)file)->real; }

static int is_fatal(void) { return atomic_fetch_add(&changes, 1) + 1 == fatal_change; }

static void end(void) { _exit(137); }

static int close_file(sqlite3_file *file) {
  sqlite3_file *real = real_of(file);
  return real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
}

static int read_file(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  return real_of(file)->pMethods->xRead(real_of(file), bytes, count, offset);
}

static int write_file(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  if (is_fatal()) {
    if (fatal_change % 2) real_of(file)->pMethods->xWrite(real_of(file), bytes, count / 2, offset);
    end();
  }
  return real_of(file)->pMethods->xWrite(real_of(file), bytes, count, offset);
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
  if (is_fatal()) end();
  return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int sync_file(sqlite3_file *file, int flags) {
  if (is_fatal()) end();
  return real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int size_of_file(sqlite3_file *file, sqlite3_int64 *size) {
  return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int lock_file(sqlite3_file *file, int level) {
  return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int unlock_file(sqlite3_file *file, int level) {
  return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int check_reserved(sqlite3_file *file, int *result) {
  return real_of(file)->pMethods->xCheckReservedLock(real_of(file), result);
}

static int control(sqlite3_file *file, int operation, void *argument) {
  return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int sector_size(sqlite3_file *file) { return real_of(file)->pMethods->xSectorSize(real_of(file)); }

static int characteristics(sqlite3_file *file) {
  return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
  return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, memory);
}

static int shm_lock(sqlite3_file *file, int offset, int count, int flags) {
  return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

static void shm_barrier(sqlite3_file *file) { real_of(file)->pMethods->xShmBarrier(real_of(file)); }

static int shm_unmap(sqlite3_file *file, int deletes) {
  return real_of(file)->pMethods->xShmUnmap(real_of(file), deletes);
}

// Version 2: no memory-mapped input, so that every change passes here.
static const sqlite3_io_methods methods = {
    2,         close_file, read_file,      write_file, truncate_file, sync_file,       size_of_file, lock_file,
    unlock_file, check_reserved, control, sector_size, characteristics, shm_map, shm_lock,     shm_barrier,
    shm_unmap, 0,          0,
};

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *given) {
  (void)vfs;
  File *own = (File *)file;
  own->real = (sqlite3_file *)(own + 1);
  memset(own->real, 0, (size_t)real_vfs->szOsFile);
  own->base.pMethods = 0;
  int code = real_vfs->xOpen(real_vfs, name, own->real, flags, given);
  if (own->real->pMethods) own->base.pMethods = &methods;
  return code;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int syncs) {
  (void)vfs;
  if (is_fatal()) end();
  return real_vfs->xDelete(real_vfs, name, syncs);
}

void counting_vfs_register(long fatal) {
  fatal_change = fatal;
  real_vfs = sqlite3_vfs_find(0);
  own_vfs = *real_vfs;
  own_vfs.zName = "counting";
  own_vfs.szOsFile = (int)sizeof(File) + real_vfs->szOsFile;
  own_vfs.pNext = 0;
  own_vfs.xOpen = open_file;
  own_vfs.xDelete = delete_file;
  sqlite3_vfs_register(&own_vfs, 1);
}

long counting_vfs_count(void) { return atomic_load(&changes); }
