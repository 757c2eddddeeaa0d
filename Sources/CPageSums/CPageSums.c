#include "CPageSums.h"

#include <sqlite3.h>
#include <string.h>

const char *const page_sums_name = "page-sums";
const int page_sums_bytes = 8;

// Where a database's header tells how many bytes its pages keep free, and how long it is at least.
enum { reserved_at = 20, header_size = 100 };
// SQLite's largest page, in 8 bytes.
enum { largest_page = 65536 };

static sqlite3_vfs *real_vfs;
static sqlite3_vfs own_vfs;

typedef enum { unknown, has_none, has_sums } State;

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;
  State state;
} File;

static sqlite3_file *real_of(sqlite3_file *file) { return ((File *)file)->real; }

// Of all words but the last, with the page's place. A change of one word changes it: each step is one to one.
static sqlite3_uint64 sum(const unsigned char *page, int size, sqlite3_int64 offset) {
  const sqlite3_uint64 factor = 0x9E3779B97F4A7C15ULL;
  sqlite3_uint64 sums[4] = {(sqlite3_uint64)offset + 1, 2, 3, 4};
  int index = 0;
  // Four at a time: each waits for the multiplication before it.
  for (; index + 32 <= size - page_sums_bytes; index += 32) {
    for (int row = 0; row < 4; row++) {
      sqlite3_uint64 word;
      memcpy(&word, page + index + row * 8, 8);
      sums[row] = (sums[row] ^ word) * factor;
      sums[row] ^= sums[row] >> 29;
    }
  }
  for (; index < size - page_sums_bytes; index += 8) {
    sqlite3_uint64 word;
    memcpy(&word, page + index, 8);
    sums[0] = (sums[0] ^ word) * factor;
    sums[0] ^= sums[0] >> 29;
  }
  for (int row = 1; row < 4; row++) sums[0] = ((sums[0] << 7 | sums[0] >> 57) ^ sums[row]) * factor;
  return sums[0];
}

static int is_page(int count, sqlite3_int64 offset) {
  return count >= 512 && count <= largest_page && (count & (count - 1)) == 0 && offset % count == 0;
}

static void note_header(File *file, const unsigned char *header) {
  file->state = header[reserved_at] == page_sums_bytes ? has_sums : has_none;
}

static State state_of(File *file) {
  unsigned char header[header_size];
  if (file->state == unknown && file->real->pMethods->xRead(file->real, header, header_size, 0) == SQLITE_OK) {
    note_header(file, header);
  }
  return file->state;
}

static int close_file(sqlite3_file *file) {
  return real_of(file)->pMethods ? real_of(file)->pMethods->xClose(real_of(file)) : SQLITE_OK;
}

static int damaged(sqlite3_int64 offset) {
  sqlite3_log(SQLITE_IOERR_DATA, "page at byte %lld is not what was written", offset);
  return SQLITE_IOERR_DATA;
}

// Whether the file ends inside a page: SQLite would read on with zeros.
static int is_cut(sqlite3_file *file, int count, sqlite3_int64 offset) {
  sqlite3_int64 size;
  return is_page(count, offset) && state_of((File *)file) == has_sums
      && real_of(file)->pMethods->xFileSize(real_of(file), &size) == SQLITE_OK && size > offset;
}

static int read_file(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  int code = real_of(file)->pMethods->xRead(real_of(file), bytes, count, offset);
  if (code == SQLITE_IOERR_SHORT_READ && is_cut(file, count, offset)) return damaged(offset);
  if (code != SQLITE_OK) return code;
  if (offset == 0 && count >= header_size) note_header((File *)file, bytes);
  if (!is_page(count, offset) || state_of((File *)file) != has_sums) return code;
  sqlite3_uint64 stored;
  memcpy(&stored, (unsigned char *)bytes + count - page_sums_bytes, 8);
  return stored == sum(bytes, count, offset) ? SQLITE_OK : damaged(offset);
}

static int write_file(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  sqlite3_file *real = real_of(file);
  if (offset == 0 && count >= header_size) note_header((File *)file, bytes);
  if (!is_page(count, offset) || state_of((File *)file) != has_sums) {
    return real->pMethods->xWrite(real, bytes, count, offset);
  }
  unsigned char page[largest_page];
  memcpy(page, bytes, (size_t)count);
  sqlite3_uint64 made = sum(page, count, offset);
  memcpy(page + count - page_sums_bytes, &made, 8);
  return real->pMethods->xWrite(real, page, count, offset);
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
  if (size == 0) ((File *)file)->state = unknown;
  return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int sync_file(sqlite3_file *file, int flags) { return real_of(file)->pMethods->xSync(real_of(file), flags); }

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

// Version 2: no memory-mapped input, so that every page passes here.
static const sqlite3_io_methods methods = {
    2,         close_file, read_file,      write_file, truncate_file, sync_file,       size_of_file, lock_file,
    unlock_file, check_reserved, control, sector_size, characteristics, shm_map, shm_lock,     shm_barrier,
    shm_unmap, 0,          0,
};

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *given) {
  (void)vfs;
  // Logs and journals have sums of their own; their pages get theirs on the way into the database.
  if (!(flags & SQLITE_OPEN_MAIN_DB)) return real_vfs->xOpen(real_vfs, name, file, flags, given);
  File *own = (File *)file;
  own->real = (sqlite3_file *)(own + 1);
  own->state = unknown;
  memset(own->real, 0, (size_t)real_vfs->szOsFile);
  own->base.pMethods = 0;
  int code = real_vfs->xOpen(real_vfs, name, own->real, flags, given);
  if (own->real->pMethods) own->base.pMethods = &methods;
  return code;
}

void page_sums_register(void) {
  real_vfs = sqlite3_vfs_find(0);
  own_vfs = *real_vfs;
  own_vfs.zName = page_sums_name;
  own_vfs.szOsFile = (int)sizeof(File) + real_vfs->szOsFile;
  own_vfs.pNext = 0;
  own_vfs.xOpen = open_file;
  sqlite3_vfs_register(&own_vfs, 0);
}
