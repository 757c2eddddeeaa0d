/* walk FOLDER: looks at every file below a folder, on one thread, as cheaply as the system allows: readdir and fstatat.
   What no engine that looks at its inputs can be faster than. Prints how many files it saw and their bytes. */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static long long files, bytes;

static int walk(int folder) {
  DIR *names = fdopendir(folder);
  if (!names) return -1;
  struct dirent *entry;
  int result = 0;
  while (!result && (entry = readdir(names))) {
    const char *name = entry->d_name;
    if (name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]))) continue;
    if (entry->d_type == DT_DIR) {
      int below = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      result = below < 0 ? -1 : walk(below);
    } else {
      struct stat status;
      if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW)) continue;
      files++;
      bytes += status.st_size;
    }
  }
  closedir(names);
  return result;
}

int main(int count, char **arguments) {
  int folder = count == 2 ? open(arguments[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  if (folder < 0 || walk(folder)) {
    perror("walk");
    return 1;
  }
  printf("%lld files, %lld bytes\n", files, bytes);
  return 0;
}
