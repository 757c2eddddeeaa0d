#include "Disk.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Change {
  struct Change *next;
  // Of a truncation null: `offset` is the new size then.
  unsigned char *bytes;
  sqlite3_int64 offset, count;
} Change;

// A file's content as of its last sync, and the changes since.
typedef struct {
  unsigned char *bytes;
  sqlite3_int64 size;
  struct timespec modified;
  Change *first, *last;
  int is_unsynced, syncs_folder;
} Content;

// `live` is what programs see under the name, `durable` what the folder on the disk says; null where there is no file.
struct DiskName {
  struct DiskName *next;
  char *path;
  Content *live, *durable;
};

static DiskName *names;

static void *must(void *memory) {
  if (!memory) abort();
  return memory;
}

static void put(Content *content, const void *bytes, sqlite3_int64 count, sqlite3_int64 offset) {
  if (offset + count > content->size) {
    content->bytes = must(realloc(content->bytes, (size_t)(offset + count)));
    memset(content->bytes + content->size, 0, (size_t)(offset + count - content->size));
    content->size = offset + count;
  }
  memcpy(content->bytes + offset, bytes, (size_t)count);
}

static void cut(Content *content, sqlite3_int64 size) {
  if (size < content->size) content->size = size;
}

static void carry_out(Content *content, Change *change) {
  if (change->bytes) {
    put(content, change->bytes, change->count, change->offset);
  } else {
    cut(content, change->offset);
  }
}

static void forget_changes(Content *content) {
  while (content->first) {
    Change *change = content->first;
    content->first = change->next;
    free(change->bytes);
    free(change);
  }
  content->last = 0;
}

static void read_content(Content *content, const char *path) {
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  struct stat status;
  if (fstat(descriptor, &status) == 0) {
    content->bytes = must(malloc((size_t)status.st_size + 1));
    ssize_t count = pread(descriptor, content->bytes, (size_t)status.st_size, 0);
    content->size = count < 0 ? 0 : count;
    content->modified = status.st_mtim;
  }
  close(descriptor);
}

static DiskName *find(const char *path) {
  for (DiskName *name = names; name; name = name->next) {
    if (strcmp(name->path, path) == 0) return name;
  }
  DiskName *name = must(calloc(1, sizeof(DiskName)));
  name->path = must(strdup(path));
  if (access(path, F_OK) == 0) {
    name->live = name->durable = must(calloc(1, sizeof(Content)));
    read_content(name->live, path);
  }
  name->next = names;
  names = name;
  return name;
}

static size_t folder_length(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? (size_t)(slash - path) : 0;
}

static void sync_folder(const char *path) {
  size_t length = folder_length(path);
  for (DiskName *name = names; name; name = name->next) {
    if (folder_length(name->path) == length && memcmp(name->path, path, length) == 0) name->durable = name->live;
  }
}

DiskName *disk_open(const char *path, int creates, int syncs_folder) {
  DiskName *name = find(path);
  if (!name->live && creates) {
    name->live = must(calloc(1, sizeof(Content)));
    name->live->is_unsynced = 1;
    name->live->syncs_folder = syncs_folder;
  }
  return name;
}

static void add(DiskName *name, Change change) {
  if (!name->live) return;
  Change *kept = must(malloc(sizeof(Change)));
  *kept = change;
  if (name->live->last) {
    name->live->last->next = kept;
  } else {
    name->live->first = kept;
  }
  name->live->last = kept;
}

void disk_write(DiskName *name, const void *bytes, int count, sqlite3_int64 offset) {
  unsigned char *copy = must(malloc((size_t)count + 1));
  memcpy(copy, bytes, (size_t)count);
  add(name, (Change){.bytes = copy, .offset = offset, .count = count});
}

void disk_truncate(DiskName *name, sqlite3_int64 size) { add(name, (Change){.offset = size}); }

void disk_sync(DiskName *name) {
  Content *content = name->live;
  if (!content) return;
  for (Change *change = content->first; change; change = change->next) carry_out(content, change);
  forget_changes(content);
  struct stat status;
  if (stat(name->path, &status) == 0) content->modified = status.st_mtim;
  if (content->is_unsynced && content->syncs_folder) sync_folder(name->path);
  content->is_unsynced = 0;
}

void disk_delete(const char *path, int syncs_folder) {
  find(path)->live = 0;
  if (syncs_folder) sync_folder(path);
}

static unsigned long long state;

static unsigned long long number(void) {
  state += 0x9E3779B97F4A7C15ULL;
  unsigned long long value = state;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31);
}

static int coin(void) { return (int)(number() >> 40) & 1; }

// Any sectors of the write come through, whatever their order.
static void put_sectors(Content *content, Change *change, sqlite3_int64 sector) {
  sqlite3_int64 offset = change->offset, end = change->offset + change->count;
  while (offset < end) {
    sqlite3_int64 next = (offset / sector + 1) * sector;
    if (next > end) next = end;
    if (coin()) put(content, change->bytes + (offset - change->offset), next - offset, offset);
    offset = next;
  }
}

static void keep_some(Content *content) {
  long count = 0;
  for (Change *change = content->first; change; change = change->next) count++;
  int mode = (int)(number() >> 33) % 6;
  // 0: nothing comes through; 1: all; 2: the first ones and a part of the next; 3: any; 4 and 5: any sectors.
  long kept = mode == 2 && count ? (long)(number() >> 1) % count : mode == 1 ? count : 0;
  for (Change *change = content->first; change; change = change->next, kept--) {
    if (mode == 1 || (mode == 2 && kept > 0) || (mode == 3 && coin()) || (mode > 3 && !change->bytes && coin())) {
      carry_out(content, change);
    } else if (mode > 3 && change->bytes) {
      put_sectors(content, change, mode == 4 ? 512 : 4096);
    } else if (mode == 2 && kept == 0 && change->bytes) {
      put(content, change->bytes, change->count / 512 * 512 / 2, change->offset);
    }
  }
}

static void restore(const char *path, Content *content) {
  struct stat status;
  int is_there = stat(path, &status) == 0;
  sqlite3_int64 seen = is_there ? (sqlite3_int64)status.st_size : 0;
  struct timespec modified = is_there && coin() ? status.st_mtim : content->modified;
  keep_some(content);
  // A file system may have noted the new size and the time, and not the bytes.
  if (content->size < seen && coin()) put(content, "", 0, seen);
  int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) abort();
  if (pwrite(descriptor, content->bytes, (size_t)content->size, 0) != content->size) abort();
  struct timespec times[2] = {modified, modified};
  futimens(descriptor, times);
  close(descriptor);
}

void disk_lose_power(unsigned long long seed) {
  state = seed;
  for (int index = 0; index < 3; index++) number();
  for (DiskName *name = names; name; name = name->next) {
    Content *content = name->live != name->durable && coin() ? name->live : name->durable;
    if (content) {
      restore(name->path, content);
    } else {
      unlink(name->path);
    }
  }
}
