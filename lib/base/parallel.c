/* pthread_sigmask() is POSIX's. */
#define _POSIX_C_SOURCE 200809L

#include "base/parallel.h"

#if defined(_WIN32)

void attain_i_parallel(size_t count, int32_t threads,
                       void (*run)(size_t task, size_t worker, void *user),
                       void *user) {
    (void)threads;
    for (size_t task = 0; task < count; task++) {
        run(task, 0, user);
    }
}

#else

#include <pthread.h>
#include <signal.h>

enum {
    MOST_THREADS = 256,
    STACK = 1 << 20 /* bytes; some C libraries give far less by default */
};

typedef struct crew {
    pthread_mutex_t lock; /* of `next` */
    size_t next;
    size_t count;
    void (*run)(size_t task, size_t worker, void *user);
    void *user;
} crew;

typedef struct member {
    crew *of;
    size_t worker;
    pthread_t thread;
} member;

static void work(crew *of, size_t worker) {
    for (;;) {
        pthread_mutex_lock(&of->lock);
        size_t task = of->next;
        of->next += task < of->count;
        pthread_mutex_unlock(&of->lock);
        if (task >= of->count) {
            return;
        }
        of->run(task, worker, of->user);
    }
}

static void *enter(void *user) {
    member *self = user;
    work(self->of, self->worker);
    return NULL;
}

/* Starts up to `most` threads and returns how many there are. They take no
 * signals: those are the host program's. */
static size_t start(crew *of, member *members, size_t most) {
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) {
        return 0;
    }
    /* Where a stack of this size is refused, the default serves. */
    (void)pthread_attr_setstacksize(&attributes, STACK);
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    int masked = pthread_sigmask(SIG_SETMASK, &all, &before) == 0;
    size_t started = 0;
    while (started < most) {
        member *next = &members[started];
        next->of = of;
        next->worker = started + 1;
        if (pthread_create(&next->thread, &attributes, enter, next) != 0) {
            break;
        }
        started++;
    }
    if (masked) {
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    pthread_attr_destroy(&attributes);
    return started;
}

void attain_i_parallel(size_t count, int32_t threads,
                       void (*run)(size_t task, size_t worker, void *user),
                       void *user) {
    size_t most = threads > 1 ? (size_t)threads : 1;
    most = most > MOST_THREADS ? MOST_THREADS : most;
    most = most > count ? count : most;
    crew all = {.count = count, .run = run, .user = user};
    if (most <= 1 || pthread_mutex_init(&all.lock, NULL) != 0) {
        for (size_t task = 0; task < count; task++) {
            run(task, 0, user);
        }
        return;
    }
    member members[MOST_THREADS];
    size_t started = start(&all, members, most - 1);
    work(&all, 0);
    for (size_t i = 0; i < started; i++) {
        pthread_join(members[i].thread, NULL);
    }
    pthread_mutex_destroy(&all.lock);
}

#endif
