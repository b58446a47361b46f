/* pthread_sigmask() is POSIX's. */
#define _POSIX_C_SOURCE 200809L

#include "base/parallel.h"

enum { MOST_THREADS = 256 };

#if defined(_WIN32)

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#undef near
#undef far

typedef SRWLOCK lock;
typedef HANDLE thread;
typedef LPTHREAD_START_ROUTINE entry;
#define ENTER static DWORD WINAPI
#define ENTERED 0

static int lock_make(lock *l) {
    InitializeSRWLock(l);
    return 1;
}

static void lock_end(lock *l) {
    (void)l;
}

static void lock_take(lock *l) {
    AcquireSRWLockExclusive(l);
}

static void lock_give(lock *l) {
    ReleaseSRWLockExclusive(l);
}

static int thread_start(thread *out, entry enter, void *user) {
    *out = CreateThread(NULL, 0, enter, user, 0, NULL);
    return *out != NULL;
}

static void thread_join(thread joined) {
    WaitForSingleObject(joined, INFINITE);
    CloseHandle(joined);
}

#else

#include <pthread.h>
#include <signal.h>

typedef pthread_mutex_t lock;
typedef pthread_t thread;
typedef void *(*entry)(void *user);
#define ENTER static void *
#define ENTERED NULL

static int lock_make(lock *l) {
    return pthread_mutex_init(l, NULL) == 0;
}

static void lock_end(lock *l) {
    pthread_mutex_destroy(l);
}

static void lock_take(lock *l) {
    pthread_mutex_lock(l);
}

static void lock_give(lock *l) {
    pthread_mutex_unlock(l);
}

/* The thread takes no signals: those are the host program's. */
static int thread_start(thread *out, entry enter, void *user) {
    enum { STACK = 1 << 20 /* bytes; some C libraries give far less */ };
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0)
        return 0;
    /* Where a stack of this size is refused, the default serves. */
    (void)pthread_attr_setstacksize(&attributes, STACK);
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    int masked = pthread_sigmask(SIG_SETMASK, &all, &before) == 0;
    int started = pthread_create(out, &attributes, enter, user) == 0;
    if (masked)
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return started;
}

static void thread_join(thread joined) {
    pthread_join(joined, NULL);
}

#endif

typedef struct crew {
    lock lock; /* of `next` */
    size_t next;
    size_t count;
    void (*run)(size_t task, size_t worker, void *user);
    void *user;
} crew;

typedef struct member {
    crew *of;
    size_t worker;
    thread thread;
} member;

static void work(crew *of, size_t worker) {
    for (;;) {
        lock_take(&of->lock);
        size_t task = of->next;
        of->next += task < of->count;
        lock_give(&of->lock);
        if (task >= of->count)
            return;
        of->run(task, worker, of->user);
    }
}

ENTER enter(void *user) {
    member *self = user;
    work(self->of, self->worker);
    return ENTERED;
}

/* Starts up to `most` threads and returns how many there are. */
static size_t start(crew *of, member *members, size_t most) {
    size_t started = 0;
    for (; started < most; started++) {
        member *next = &members[started];
        next->of = of;
        next->worker = started + 1;
        if (!thread_start(&next->thread, enter, next))
            break;
    }
    return started;
}

void attain_i_parallel(size_t count, int32_t threads,
                       void (*run)(size_t task, size_t worker, void *user),
                       void *user) {
    size_t most = threads > 1 ? (size_t)threads : 1;
    most = most > MOST_THREADS ? MOST_THREADS : most;
    most = most > count ? count : most;
    crew all = {.count = count, .run = run, .user = user};
    if (most <= 1 || !lock_make(&all.lock)) {
        for (size_t task = 0; task < count; task++)
            run(task, 0, user);
        return;
    }
    member members[MOST_THREADS];
    size_t started = start(&all, members, most - 1);
    work(&all, 0);
    for (size_t i = 0; i < started; i++)
        thread_join(members[i].thread);
    lock_end(&all.lock);
}
