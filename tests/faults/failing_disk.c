/* A disk whose Nth operation fails, preloaded into a process of its own.
   Only what is done under one folder counts. Steered through ctypes: disk_root(folder), then
   disk_fail(n, errno, sticky, kinds); disk_count() tells how many operations there were.
   Kinds: 1 open, 2 write, 4 truncate, 8 sync, 16 unlink, 32 rename and link, 64 mkdir, 128 read. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 4096
#define LONGEST 8192

static pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char *names[MOST];
static char root[LONGEST];
static size_t length;
static long fail_at, count;
static int fail_with, is_sticky, kinds;

void disk_root(const char *folder) { strncpy(root, folder, LONGEST - 1); length = strlen(root); }
void disk_fail(long n, int number, int sticky, int which) {
  pthread_mutex_lock(&mutex);
  fail_at = n; fail_with = number; is_sticky = sticky; kinds = which; count = 0;
  pthread_mutex_unlock(&mutex);
}
long disk_count(void) { return count; }

/* The whole name of a path; 0 where it is not under the folder. */
static int under(const char *path, char *whole) {
  if (!length || !path || strlen(path) > LONGEST / 2) return 0;
  whole[0] = 0;
  if (path[0] != '/') {
    if (!getcwd(whole, LONGEST / 2)) return 0;
    strcat(whole, "/");
  }
  strcat(whole, path);
  return !strncmp(whole, root, length) && (whole[length] == 0 || whole[length] == '/');
}
static int fails(int kind) {
  int failing;
  pthread_mutex_lock(&mutex);
  failing = fail_at && (kinds & kind) && (++count == fail_at || (is_sticky && count > fail_at));
  pthread_mutex_unlock(&mutex);
  if (failing) errno = fail_with;
  return failing;
}
static int is_ours(int handle) { return handle >= 0 && handle < MOST && names[handle]; }

static int opened(int at, const char *path, int flags, mode_t mode) {
  char whole[LONGEST];
  if ((at != AT_FDCWD && path[0] != '/') || !under(path, whole))
    return syscall(SYS_openat, at, path, flags, mode);
  if (fails(1)) return -1;
  int handle = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  if (handle >= 0 && handle < MOST) { free(names[handle]); names[handle] = strdup(whole); }
  return handle;
}
#define MODE \
  mode_t mode = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { va_list l; va_start(l, flags); mode = va_arg(l, int); va_end(l); }
int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }
int close(int handle) {
  if (is_ours(handle)) { free(names[handle]); names[handle] = 0; }
  return syscall(SYS_close, handle);
}

#define ON_HANDLE(kind, call) return is_ours(handle) && fails(kind) ? -1 : syscall call
ssize_t read(int handle, void *data, size_t size) { ON_HANDLE(128, (SYS_read, handle, data, size)); }
ssize_t pread(int handle, void *data, size_t size, off_t at) {
  ON_HANDLE(128, (SYS_pread64, handle, data, size, at));
}
ssize_t pread64(int handle, void *data, size_t size, off64_t at) {
  ON_HANDLE(128, (SYS_pread64, handle, data, size, at));
}
ssize_t write(int handle, const void *data, size_t size) {
  ON_HANDLE(2, (SYS_write, handle, data, size));
}
ssize_t pwrite(int handle, const void *data, size_t size, off_t at) {
  ON_HANDLE(2, (SYS_pwrite64, handle, data, size, at));
}
ssize_t pwrite64(int handle, const void *data, size_t size, off64_t at) {
  ON_HANDLE(2, (SYS_pwrite64, handle, data, size, at));
}
int ftruncate(int handle, off_t size) { ON_HANDLE(4, (SYS_ftruncate, handle, size)); }
int ftruncate64(int handle, off64_t size) { ON_HANDLE(4, (SYS_ftruncate, handle, size)); }
int fsync(int handle) { ON_HANDLE(8, (SYS_fsync, handle)); }
int fdatasync(int handle) { ON_HANDLE(8, (SYS_fdatasync, handle)); }

#define ON_PATH(kind, path, call) \
  char whole[LONGEST]; \
  return under(path, whole) && fails(kind) ? -1 : syscall call
int unlink(const char *path) { ON_PATH(16, path, (SYS_unlink, path)); }
int rename(const char *from, const char *to) { ON_PATH(32, to, (SYS_rename, from, to)); }
int link(const char *from, const char *to) { ON_PATH(32, to, (SYS_link, from, to)); }
int mkdir(const char *path, mode_t mode) { ON_PATH(64, path, (SYS_mkdir, path, mode)); }
