/*
 * Preloaded into a program, it counts what the program asks of its disks and ends it, as a power cut would, at the call that it was told:
 * before the call, or with half of it written. It sees what no JavaScript sees: SQLite's pages and every thread of the pool.
 *
 * The program speaks to it by asking access(2) for names that no disk has:
 *   /moment/arm/N/T     from now on count; end at call N (0: never); T=1: the last write is cut in half
 *   /moment/tell/PATH   write the count so far into PATH, and count no further
 *   /moment/say/WORDS   put these words into that trace
 * In the environment, MOMENT_ARM=N arms it from the start, for programs that are started by others; MOMENT_TRACE=PATH has every call
 * of this program, and of none that it starts, written down there with what was written (disk-trace.ts reads it).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
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
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static volatile int armed = 0;
static int torn = 0;
static long calls = 0, last = 0;
static int trace = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void end_now(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

/* Whether this very call is the last one; counts it. The caller holds the turn. */
static int is_last(void) { return armed && ++calls == last; }

static int on_disk(int fd, struct stat *about) {
  return fstat(fd, about) == 0 && (S_ISREG(about->st_mode) || S_ISBLK(about->st_mode));
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t done = syscall(SYS_write, trace, at, length);
    if (done <= 0) return;
    at += done;
    length -= (size_t)done;
  }
}

/* One call: what, of which file, where, and two pieces of bytes. */
static void note(char what, uint64_t inode, int64_t offset, const void *one, uint32_t one_length, const void *two, uint32_t two_length) {
  if (trace < 0) return;
  struct __attribute__((packed)) { char what; uint64_t inode; int64_t offset; uint32_t one, two; } head = { what, inode, offset, one_length, two_length };
  put(&head, sizeof head);
  put(one, one_length);
  put(two, two_length);
}

static void note_paths(char what, uint64_t inode, const char *one, const char *two) {
  note(what, inode, 0, one, (uint32_t)strlen(one), two, (uint32_t)strlen(two));
}

static const char *full(int folder, const char *path, char *room) {
  if (path[0] == '/') return path;
  char place[64], base[4096];
  if (folder == AT_FDCWD) { if (!getcwd(base, sizeof base)) return path; }
  else {
    snprintf(place, sizeof place, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(place, base, sizeof base - 1);
    if (length < 0) return path;
    base[length] = 0;
  }
  snprintf(room, 8192, "%s/%s", base, path);
  return room;
}

__attribute__((constructor)) static void from_the_start(void) {
  const char *told = getenv("MOMENT_ARM");
  if (told) { last = atol(told); armed = 1; }
  const char *into = getenv("MOMENT_TRACE");
  if (into) {
    trace = (int)syscall(SYS_openat, AT_FDCWD, into, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    unsetenv("MOMENT_TRACE");
  }
}

int access(const char *path, int mode) {
  if (strncmp(path, "/moment/", 8) != 0) return REAL(access)(path, mode);
  const char *word = path + 8;
  pthread_mutex_lock(&turn);
  if (strncmp(word, "arm/", 4) == 0) {
    calls = 0;
    char *rest;
    last = strtol(word + 4, &rest, 10);
    torn = *rest == '/' && rest[1] == '1';
    armed = 1;
  } else if (strncmp(word, "tell/", 5) == 0) {
    armed = 0;
    int fd = (int)syscall(SYS_openat, AT_FDCWD, word + 4, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    char text[32];
    int length = snprintf(text, sizeof text, "%ld", calls);
    if (fd >= 0) { syscall(SYS_write, fd, text, length); syscall(SYS_close, fd); }
  } else if (strncmp(word, "say/", 4) == 0) {
    note_paths('a', 0, word + 4, "");
  }
  pthread_mutex_unlock(&turn);
  return 0;
}

/* Writes: the bytes gathered, so that they can be halved and traced. */
static ssize_t put_out(int fd, const struct iovec *pieces, int count, off64_t offset) {
  struct stat about;
  int counted = (armed || trace >= 0) && on_disk(fd, &about);
  if (!counted) return offset < 0 ? syscall(SYS_writev, fd, pieces, count) : REAL(pwritev64)(fd, pieces, count, offset);
  pthread_mutex_lock(&turn);
  off64_t at = offset < 0 ? lseek64(fd, 0, (fcntl(fd, F_GETFL) & O_APPEND) ? SEEK_END : SEEK_CUR) : offset;
  if (is_last()) {
    size_t half = pieces[0].iov_len / 2;
    if (S_ISBLK(about.st_mode) || (fcntl(fd, F_GETFL) & O_DIRECT)) half -= half % 4096;
    if (torn && half > 0) syscall(SYS_pwrite64, fd, pieces[0].iov_base, half, at);
    end_now();
  }
  ssize_t done = offset < 0 ? syscall(SYS_writev, fd, pieces, count) : REAL(pwritev64)(fd, pieces, count, offset);
  int why = errno;
  ssize_t left = done;
  for (int i = 0; i < count && left > 0; i++) {
    ssize_t part = left < (ssize_t)pieces[i].iov_len ? left : (ssize_t)pieces[i].iov_len;
    note('w', about.st_ino, at, pieces[i].iov_base, (uint32_t)part, "", 0);
    at += part;
    left -= part;
  }
  pthread_mutex_unlock(&turn);
  errno = why;
  return done;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  struct iovec one = { (void *)bytes, length };
  return put_out(fd, &one, 1, -1);
}
ssize_t writev(int fd, const struct iovec *pieces, int count) { return put_out(fd, pieces, count, -1); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  struct iovec one = { (void *)bytes, length };
  return put_out(fd, &one, 1, offset);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

/* Everything else: counted, done in its turn, and traced when it went well. */
#define IN_TURN(act, seen) \
  if (!armed && trace < 0) return (act); \
  pthread_mutex_lock(&turn); \
  if (is_last()) end_now(); \
  int done = (act); \
  int why = errno; \
  if (done >= 0 && trace >= 0) { seen; } \
  pthread_mutex_unlock(&turn); \
  errno = why; \
  return done;

static uint64_t inode_of(int fd) {
  struct stat about;
  return fstat(fd, &about) == 0 ? about.st_ino : 0;
}

int fsync(int fd) { IN_TURN((int)syscall(SYS_fsync, fd), note('s', inode_of(fd), 0, "", 0, "", 0)) }
int fdatasync(int fd) { IN_TURN((int)syscall(SYS_fdatasync, fd), note('s', inode_of(fd), 0, "", 0, "", 0)) }
int ftruncate64(int fd, off64_t length) { IN_TURN((int)syscall(SYS_ftruncate, fd, length), note('t', inode_of(fd), length, "", 0, "", 0)) }
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static uint64_t inode_at(int folder, const char *path) {
  struct stat about;
  return fstatat(folder, path, &about, AT_SYMLINK_NOFOLLOW) == 0 ? about.st_ino : 0;
}

static char room_one[8192], room_two[8192];
int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  IN_TURN((int)syscall(SYS_renameat2, from_folder, from, to_folder, to, 0), note_paths('r', 0, full(from_folder, from, room_one), full(to_folder, to, room_two)))
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }
int link(const char *from, const char *to) {
  IN_TURN((int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0), note_paths('l', 0, full(AT_FDCWD, from, room_one), full(AT_FDCWD, to, room_two)))
}
int unlinkat(int folder, const char *path, int flags) {
  IN_TURN((int)syscall(SYS_unlinkat, folder, path, flags), note_paths('u', 0, full(folder, path, room_one), ""))
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int mkdirat(int folder, const char *path, mode_t mode) {
  IN_TURN((int)syscall(SYS_mkdirat, folder, path, mode), note_paths('m', inode_at(folder, path), full(folder, path, room_one), ""))
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

static int open_in_turn(int folder, const char *path, int flags, mode_t mode) {
  if (!(flags & (O_CREAT | O_TRUNC)) || (!armed && trace < 0)) return (int)syscall(SYS_openat, folder, path, flags, mode);
  pthread_mutex_lock(&turn);
  struct stat about;
  int was = fstatat(folder, path, &about, 0) == 0;
  if (was && !S_ISREG(about.st_mode)) {
    pthread_mutex_unlock(&turn);
    return (int)syscall(SYS_openat, folder, path, flags, mode);
  }
  int changes = !was || (flags & O_TRUNC);
  if (changes && is_last()) end_now();
  int fd = (int)syscall(SYS_openat, folder, path, flags, mode);
  int why = errno;
  if (fd >= 0 && changes && trace >= 0) {
    if (!was) note_paths('c', inode_of(fd), full(folder, path, room_one), "");
    else note('t', inode_of(fd), 0, "", 0, "", 0);
  }
  pthread_mutex_unlock(&turn);
  errno = why;
  return fd;
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
int open(const char *path, int flags, ...) { MODE return open_in_turn(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_in_turn(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE return open_in_turn(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE return open_in_turn(folder, path, flags | O_LARGEFILE, mode); }
