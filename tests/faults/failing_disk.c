/* A disk that keeps a record of what is done to it, and whose Nth operation fails, or is the last
   one before a kill. Preloaded into a process of its own; only what is done under one folder counts.
   Steered through ctypes: disk_root(folder), then disk_fail(n, errno, sticky, kinds), where the
   number -1 kills and -2 writes half of what was asked; disk_count() tells how many operations
   there were. disk_record(file) keeps a record from then on, in which disk_mark(n) puts a mark.
   Kinds: 1 open, 2 write, 4 truncate, 8 sync, 16 unlink, 32 rename and link, 64 mkdir and rmdir,
   128 read. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 4096
#define LONGEST 8192
#define KILLED -1
#define SHORTENED -2

static pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char *names[MOST];
static char root[LONGEST];
static size_t length;
static long fail_at, count;
static int fail_with, is_sticky, kinds, record = -1;

static int left(int result) { int number = errno; pthread_mutex_unlock(&mutex); errno = number; return result; }
static void enter(void) { pthread_mutex_lock(&mutex); }

void disk_root(const char *folder) { strncpy(root, folder, LONGEST - 1); length = strlen(root); }
void disk_fail(long n, int number, int sticky, int which) {
  enter();
  fail_at = n; fail_with = number; is_sticky = sticky; kinds = which; count = 0;
  left(0);
}
long disk_count(void) { return count; }

/* One line of the record: a letter, a handle, a number, then a name and bytes with their sizes. */
static void note(char what, int handle, int64_t number, const char *name, const void *data, uint32_t size) {
  if (record < 0) return;
  char head[21];
  uint32_t named = name ? strlen(name) : 0;
  head[0] = what;
  memcpy(head + 1, &handle, 4); memcpy(head + 5, &number, 8);
  memcpy(head + 13, &named, 4); memcpy(head + 17, &size, 4);
  syscall(SYS_write, record, head, 21);
  if (named) syscall(SYS_write, record, name, named);
  for (uint32_t done = 0; done < size;) {
    long written = syscall(SYS_write, record, (const char *)data + done, size - done);
    if (written <= 0) abort();
    done += written;
  }
}
void disk_record(const char *file) {
  enter();
  if (record >= 0) syscall(SYS_close, record);
  record = *file ? syscall(SYS_openat, AT_FDCWD, file, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600) : -1;
  left(0);
}
void disk_mark(long number) { enter(); note('A', 0, number, 0, 0, 0); left(0); }

static int is_ours(int handle) { return handle >= 0 && handle < MOST && names[handle]; }

/* The whole name of a path; 0 where it is not under the folder. */
static int under(int at, const char *path, char *whole) {
  if (!length || !path || strlen(path) > LONGEST / 2) return 0;
  whole[0] = 0;
  if (path[0] != '/') {
    if (is_ours(at)) strcpy(whole, names[at]);
    else if (at != AT_FDCWD || !getcwd(whole, LONGEST / 2)) return 0;
    strcat(whole, "/");
  }
  strcat(whole, path);
  return !strncmp(whole, root, length) && (whole[length] == 0 || whole[length] == '/');
}
/* 1 where an operation fails, 2 where it does half of what was asked. */
static int fails(int kind) {
  if (!fail_at || !(kinds & kind)) return 0;
  count++;
  if (count != fail_at && !(is_sticky && count > fail_at)) return 0;
  if (fail_with == KILLED) syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
  if (fail_with == SHORTENED) return 2;
  errno = fail_with;
  return 1;
}

static int opened(int at, const char *path, int flags, mode_t mode) {
  char whole[LONGEST];
  struct stat found;
  if (!under(at, path, whole)) return syscall(SYS_openat, at, path, flags, mode);
  enter();
  if (fails(1) == 1) return left(-1);
  int was_there = syscall(SYS_newfstatat, at, path, &found, 0) == 0;
  int handle = syscall(SYS_openat, at, path, flags, mode);
  if (handle >= 0 && handle < MOST) {
    free(names[handle]);
    names[handle] = strdup(whole);
    note('o', handle, (int64_t)flags << 1 | was_there, whole, 0, 0);
  }
  return left(handle);
}
#define MODE \
  mode_t mode = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { va_list l; va_start(l, flags); mode = va_arg(l, int); va_end(l); }
int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }
int close(int handle) {
  enter();
  if (is_ours(handle)) { free(names[handle]); names[handle] = 0; }
  left(0);
  return syscall(SYS_close, handle);
}

#define READ(call) \
  if (!is_ours(handle)) return syscall call; \
  enter(); \
  if (fails(128) == 1) return left(-1); \
  left(0); \
  return syscall call
ssize_t read(int handle, void *data, size_t size) { READ((SYS_read, handle, data, size)); }
ssize_t pread(int handle, void *data, size_t size, off_t at) { READ((SYS_pread64, handle, data, size, at)); }
ssize_t pread64(int handle, void *data, size_t size, off64_t at) { READ((SYS_pread64, handle, data, size, at)); }

static ssize_t placed(int handle, const void *data, size_t size, off_t at) {
  if (!is_ours(handle)) return syscall(SYS_pwrite64, handle, data, size, at);
  enter();
  int how = fails(2);
  if (how == 1) return left(-1);
  if (how == 2 && size > 1) size /= 2;
  ssize_t done = syscall(SYS_pwrite64, handle, data, size, at);
  if (done > 0) note('w', handle, at, 0, data, done);
  left(0);
  return done;
}
ssize_t pwrite(int handle, const void *data, size_t size, off_t at) { return placed(handle, data, size, at); }
ssize_t pwrite64(int handle, const void *data, size_t size, off64_t at) { return placed(handle, data, size, at); }
ssize_t write(int handle, const void *data, size_t size) {
  if (!is_ours(handle)) return syscall(SYS_write, handle, data, size);
  enter();
  int how = fails(2);
  if (how == 1) return left(-1);
  if (how == 2 && size > 1) size /= 2;
  off_t at = syscall(SYS_lseek, handle, 0, SEEK_CUR);
  ssize_t done = syscall(SYS_write, handle, data, size);
  if (done > 0) note('w', handle, at, 0, data, done);
  left(0);
  return done;
}
/* The standard library copies by it where it can, and reads and writes where it cannot. */
ssize_t sendfile(int out, int in, off_t *at, size_t size) {
  if (!is_ours(out) && !is_ours(in)) return syscall(SYS_sendfile, out, in, at, size);
  errno = ENOTSOCK;
  return -1;
}
ssize_t sendfile64(int out, int in, off64_t *at, size_t size) { return sendfile(out, in, at, size); }

#define ON_HANDLE(kind, what, number, call) \
  if (!is_ours(handle)) return syscall call; \
  enter(); \
  if (fails(kind) == 1) return left(-1); \
  int done = syscall call; \
  if (!done) note(what, handle, number, 0, 0, 0); \
  return left(done)
int ftruncate(int handle, off_t size) { ON_HANDLE(4, 't', size, (SYS_ftruncate, handle, size)); }
int ftruncate64(int handle, off64_t size) { ON_HANDLE(4, 't', size, (SYS_ftruncate, handle, size)); }
int fsync(int handle) { ON_HANDLE(8, 's', 0, (SYS_fsync, handle)); }
int fdatasync(int handle) { ON_HANDLE(8, 's', 0, (SYS_fdatasync, handle)); }

#define ON_PATH(kind, what, at, path, call) \
  char whole[LONGEST]; \
  if (!under(at, path, whole)) return syscall call; \
  enter(); \
  if (fails(kind) == 1) return left(-1); \
  int done = syscall call; \
  if (!done) note(what, 0, 0, whole, 0, 0); \
  return left(done)
int unlink(const char *path) { ON_PATH(16, 'u', AT_FDCWD, path, (SYS_unlink, path)); }
int unlinkat(int at, const char *path, int flags) { ON_PATH(16, 'u', at, path, (SYS_unlinkat, at, path, flags)); }
int rmdir(const char *path) { ON_PATH(64, 'u', AT_FDCWD, path, (SYS_rmdir, path)); }
int mkdir(const char *path, mode_t mode) { ON_PATH(64, 'm', AT_FDCWD, path, (SYS_mkdir, path, mode)); }

static int two(char what, int number, const char *from, const char *to) {
  char first[LONGEST], second[LONGEST];
  int is_from = under(AT_FDCWD, from, first), is_to = under(AT_FDCWD, to, second);
  if (!is_from && !is_to) return syscall(number, from, to);
  enter();
  if (fails(32) == 1) return left(-1);
  int done = syscall(number, from, to);
  if (!done) note(what, 0, 0, first, second, strlen(second));
  return left(done);
}
int rename(const char *from, const char *to) { return two('r', SYS_rename, from, to); }
int link(const char *from, const char *to) { return two('l', SYS_link, from, to); }
int linkat(int one, const char *from, int other, const char *to, int flags) {
  if (one == AT_FDCWD && other == AT_FDCWD) return two('l', SYS_link, from, to);
  return syscall(SYS_linkat, one, from, other, to, flags);
}
