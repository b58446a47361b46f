/* Loops over doubles, compiled again for processors that do four or eight at a
 * time. The results are the same bits: nothing is fused or reordered. */
#ifndef ATTAIN_BASE_VECTORS_H
#define ATTAIN_BASE_VECTORS_H

/* Says that the memory will be read soon; nothing where that cannot be said. */
#if defined(__GNUC__)
#define ATTAIN_I_FETCH(address) __builtin_prefetch(address)
#else
#define ATTAIN_I_FETCH(address) ((void)0)
#endif

#if defined(__GNUC__) && defined(__x86_64__) && !defined(__AVX2__) &&          \
    !defined(ATTAIN_ONE_LANE)

/* The loop itself: `static ATTAIN_I_LOOP void name_loop(...)`. */
#define ATTAIN_I_LOOP inline __attribute__((always_inline))

#define ATTAIN_I_WIDEST "avx512f,avx512vl,avx512bw,avx512dq"

static inline int attain_i_widest(void) {
    return __builtin_cpu_supports("avx512f") &&
           __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512dq");
}

/* Defines the function `name` that runs `name_loop` as wide as can be. */
#define ATTAIN_I_WIDE(storage, name, parameters, arguments)                    \
    __attribute__((                                                            \
        target(ATTAIN_I_WIDEST))) static void name##_widest parameters {       \
        name##_loop arguments;                                                 \
    }                                                                          \
    __attribute__((target("avx2"))) static void name##_wide parameters {       \
        name##_loop arguments;                                                 \
    }                                                                          \
    storage void name parameters {                                             \
        if (attain_i_widest())                                                 \
            name##_widest arguments;                                           \
        else if (__builtin_cpu_supports("avx2"))                               \
            name##_wide arguments;                                             \
        else                                                                   \
            name##_loop arguments;                                             \
    }

#else

#define ATTAIN_I_LOOP inline
#define ATTAIN_I_WIDE(storage, name, parameters, arguments)                    \
    storage void name parameters {                                             \
        name##_loop arguments;                                                 \
    }

#endif

#endif
