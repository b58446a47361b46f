#include "support/support.h"

#include <math.h>

/* Stands before every block; its own size keeps the block aligned. */
typedef union block_head {
    struct {
        uint64_t mark;
        size_t size;
    } of;
    max_align_t align;
} block_head;

static const uint64_t live_mark = 0x6c697665626c6f63u;
static const uint64_t dead_mark = 0x64656164626c6f63u;

static int refuses(support_memory *memory) {
    memory->calls++;
    int hit = memory->fail_at != 0 &&
              (memory->calls == memory->fail_at ||
               (memory->fail_on && memory->calls > memory->fail_at));
    memory->failures += (size_t)hit;
    return hit;
}

static void count_in(support_memory *memory, size_t size) {
    memory->live_bytes += size;
    memory->live_blocks++;
    if (memory->live_bytes > memory->peak_bytes)
        memory->peak_bytes = memory->live_bytes;
}

static void *counting_allocate(size_t size, void *user) {
    support_memory *memory = user;
    if (size == 0)
        memory->faults++;
    if (refuses(memory) || size > PTRDIFF_MAX - sizeof(block_head))
        return NULL;
    block_head *head = malloc(sizeof(block_head) + size);
    if (head == NULL)
        return NULL;
    head->of.mark = live_mark;
    head->of.size = size;
    count_in(memory, size);
    /* Nobody may count on cleared memory. */
    return memset(head + 1, 0xa5, size);
}

static void counting_release(void *block, size_t size, void *user) {
    support_memory *memory = user;
    if (block == NULL) {
        memory->faults++;
        return;
    }
    block_head *head = (block_head *)block - 1;
    if (head->of.mark != live_mark || head->of.size != size) {
        memory->faults++;
        return;
    }
    head->of.mark = dead_mark;
    memory->live_bytes -= size;
    memory->live_blocks--;
    memset(block, 0x5a, size);
    free(head);
}

static void *counting_reallocate(void *block, size_t old_size, size_t size,
                                 void *user) {
    support_memory *memory = user;
    block_head *head = (block_head *)block - 1;
    if (block == NULL || head->of.mark != live_mark ||
        head->of.size != old_size) {
        memory->faults++;
        return NULL;
    }
    /* Always moves, so that a pointer kept to the old block is noticed. */
    void *moved = counting_allocate(size, user);
    if (moved == NULL)
        return NULL;
    memcpy(moved, block, old_size < size ? old_size : size);
    counting_release(block, old_size, user);
    return moved;
}

void support_memory_init(support_memory *memory) {
    memset(memory, 0, sizeof(*memory));
    memory->allocator.allocate = counting_allocate;
    memory->allocator.reallocate = counting_reallocate;
    memory->allocator.release = counting_release;
    memory->allocator.user = memory;
}

void support_memory_fail(support_memory *memory, size_t fail_at, int fail_on) {
    memory->calls = 0;
    memory->failures = 0;
    memory->fail_at = fail_at;
    memory->fail_on = fail_on;
}

void support_assert_no_leak(const support_memory *memory, const char *file,
                            int line) {
    if (memory->live_bytes != 0 || memory->live_blocks != 0 ||
        memory->faults != 0) {
        print_error("%zu bytes in %zu blocks are still allocated; %zu wrong "
                    "sizes or blocks\n",
                    memory->live_bytes, memory->live_blocks, memory->faults);
        _fail(file, line);
    }
}

void support_assert_close(double a, double b, double relative, const char *file,
                          int line) {
    if ((isnan(a) && isnan(b)) || a == b)
        return;
    double allowed = relative * (b == 0 ? 1 : fabs(b));
    if (!(fabs(a - b) <= allowed) || isinf(b)) {
        print_error("%.17g is not within %g of %.17g\n", a, allowed, b);
        _fail(file, line);
    }
}

void support_assert_same(double a, double b, const char *file, int line) {
    if ((isnan(a) && isnan(b)) || support_bits(a) == support_bits(b))
        return;
    print_error("%.17g (%a) is not %.17g (%a)\n", a, a, b, b);
    _fail(file, line);
}

void support_assert_contains(const char *text, const char *part,
                             const char *file, int line) {
    if (strstr(text, part) == NULL) {
        print_error("\"%s\" is not in \"%s\"\n", part, text);
        _fail(file, line);
    }
}

uint64_t support_random(uint64_t *state) {
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

double support_double(uint64_t bits) {
    double value;
    memcpy(&value, &bits, sizeof(value));
    return value;
}

uint64_t support_bits(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof(bits));
    return bits;
}
