#include "CountingVFS.h"

#include "Disk.h"

#include <pthread.h>
#include <string.h>
#include <unistd.h>

static sqlite3_vfs *real_vfs;
static sqlite3_vfs own_vfs;
static counting_vfs_event event;
static long changes, reads, fatal_change;
static unsigned long long seed;
// The bad change has come.
static int is_due;
// One change at a time: what is counted, what is remembered and what is written go together.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;
  // Null for files without a name, and where nobody asks what a sync has brought to the disk.
  DiskName *disk;
} File;

static File *own(sqlite3_file *file) { return (File *)file; }

static sqlite3_file *real_of(sqlite3_file *file) { return own(file)->real; }

static void end(void) {
  if (event == counting_vfs_power_loss) disk_lose_power(seed);
  _exit(137);
}

void counting_vfs_end(void) {
  pthread_mutex_lock(&lock);
  end();
}

// Counts a change. Holds the lock until `done`.
static int is_fatal(void) {
  pthread_mutex_lock(&lock);
  changes++;
  if (changes == fatal_change) is_due = 1;
  return changes == fatal_change && (event == counting_vfs_kill || event == counting_vfs_power_loss);
}

static int done(int code) {
  pthread_mutex_unlock(&lock);
  return code;
}

// Whether the failing change has come, and once over whether the next ones fail as well.
static int fails(counting_vfs_event asked) {
  if (event != asked || !is_due) return 0;
  if (seed % 2) is_due = 0;
  return 1;
}

static int close_file(sqlite3_file *file) {
  sqlite3_file *real = real_of(file);
  return real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
}

static int read_file(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  pthread_mutex_lock(&lock);
  int is_bad = ++reads == fatal_change && event == counting_vfs_bad_read;
  pthread_mutex_unlock(&lock);
  if (is_bad) return SQLITE_IOERR_READ;
  return real_of(file)->pMethods->xRead(real_of(file), bytes, count, offset);
}

static int write_file(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  sqlite3_file *real = real_of(file);
  if (is_fatal()) {
    if (fatal_change % 2) {
      real->pMethods->xWrite(real, bytes, count / 2, offset);
      if (own(file)->disk) disk_write(own(file)->disk, bytes, count / 2, offset);
    }
    end();
  }
  if (fails(counting_vfs_bad_write)) return done(SQLITE_IOERR_WRITE);
  if (event == counting_vfs_disk_full && is_due) {
    sqlite3_int64 size = 0;
    int code = real->pMethods->xFileSize(real, &size);
    if (code != SQLITE_OK || offset + count > size) return done(SQLITE_FULL);
  }
  if (own(file)->disk) disk_write(own(file)->disk, bytes, count, offset);
  return done(real->pMethods->xWrite(real, bytes, count, offset));
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
  if (is_fatal()) end();
  if (fails(counting_vfs_bad_write)) return done(SQLITE_IOERR_TRUNCATE);
  if (own(file)->disk) disk_truncate(own(file)->disk, size);
  return done(real_of(file)->pMethods->xTruncate(real_of(file), size));
}

static int sync_file(sqlite3_file *file, int flags) {
  if (is_fatal()) end();
  if (fails(counting_vfs_bad_sync)) return done(SQLITE_IOERR_FSYNC);
  int code = real_of(file)->pMethods->xSync(real_of(file), flags);
  if (code == SQLITE_OK && own(file)->disk) disk_sync(own(file)->disk);
  return done(code);
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
  File *opened = own(file);
  opened->real = (sqlite3_file *)(opened + 1);
  memset(opened->real, 0, (size_t)real_vfs->szOsFile);
  opened->base.pMethods = 0;
  opened->disk = 0;
  pthread_mutex_lock(&lock);
  // Files that go with their last user, and those for reading alone, need no memory of their own.
  int is_kept = event == counting_vfs_power_loss && name && !(flags & SQLITE_OPEN_DELETEONCLOSE);
  if (is_kept) {
    int syncs_folder = flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL);
    opened->disk = disk_open(name, 0, syncs_folder);
  }
  int code = real_vfs->xOpen(real_vfs, name, opened->real, flags, given);
  if (opened->real->pMethods) opened->base.pMethods = &methods;
  if (is_kept && code == SQLITE_OK) {
    int syncs_folder = flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL);
    opened->disk = disk_open(name, 1, syncs_folder);
  }
  return done(code);
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int syncs_folder) {
  (void)vfs;
  if (is_fatal()) end();
  int code = real_vfs->xDelete(real_vfs, name, syncs_folder);
  if (code == SQLITE_OK && event == counting_vfs_power_loss) disk_delete(name, syncs_folder);
  return done(code);
}

void counting_vfs_register(counting_vfs_event asked, long change, unsigned long long given) {
  event = asked;
  fatal_change = change;
  seed = given;
  real_vfs = sqlite3_vfs_find(0);
  own_vfs = *real_vfs;
  own_vfs.zName = "counting";
  own_vfs.szOsFile = (int)sizeof(File) + real_vfs->szOsFile;
  own_vfs.pNext = 0;
  own_vfs.xOpen = open_file;
  own_vfs.xDelete = delete_file;
  sqlite3_vfs_register(&own_vfs, 1);
}

long counting_vfs_changes(void) { return changes; }

long counting_vfs_reads(void) { return reads; }
