/* The loops of exchange/fields.h, for as many lanes as the including file has
 * asked numeric/lanes.h for: eight with AVX-512, four with AVX2, else one or
 * two. */
#ifndef ATTAIN_EXCHANGE_FIELDS_LANES_H
#define ATTAIN_EXCHANGE_FIELDS_LANES_H

#include <math.h>

#include "base/digits.h"
#include "base/wide.h"
#include "exchange/fields.h"
#include "numeric/lanes.h"

enum { STEP = 64 /* bytes at a time: a bit for each */ };

/* --- What processors have of their own ------------------------------------ */

#if ATTAIN_LANES > 1
typedef unsigned char lane_bytes __attribute__((vector_size(8 * ATTAIN_LANES)));

/* All ones in the bytes that are the letter. */
ATTAIN_I_INLINE lane_bits bytes_equal(lane_bits text, unsigned char letter) {
    return (lane_bits)((lane_bytes)text == letter);
}

/* All ones in the bytes that are no value of a digit, 0…9. */
ATTAIN_I_INLINE lane_bits bytes_beyond(lane_bits values) {
    return (lane_bits)((lane_bytes)values > 9);
}

/* All ones where x is 0. */
ATTAIN_I_INLINE lane_bits is_zero(lane_bits x) {
    return (lane_bits)(x == 0);
}
#else
ATTAIN_I_INLINE lane_bits whole_bytes(lane_bits top) {
    return (top << 1) - (top >> 7);
}

ATTAIN_I_INLINE lane_bits bytes_equal(lane_bits text, unsigned char letter) {
    lane_bits differs = text ^ ATTAIN_I_EIGHT(letter);
    lane_bits low = (differs & ATTAIN_I_EIGHT(0x7f)) + ATTAIN_I_EIGHT(0x7f);
    return whole_bytes(~(low | differs) & ATTAIN_I_EIGHT(0x80));
}

ATTAIN_I_INLINE lane_bits bytes_beyond(lane_bits values) {
    return whole_bytes(attain_i_no_digits(values));
}

ATTAIN_I_INLINE lane_bits is_zero(lane_bits x) {
    return 0 - (lane_bits)(x == 0);
}
#endif

/* A bit for each of the 64 bytes that is the letter, the first the lowest, and
 * the number of eight digits, as values 0…9, the first the lowest byte: by
 * pairs, by fours, and all. */
#if ATTAIN_LANES == 8
ATTAIN_I_INLINE uint64_t find_bytes(const char *at, char letter) {
    return _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(at),
                                  _mm512_set1_epi8(letter));
}

ATTAIN_I_INLINE lanes number_of(lane_bits values) {
    __m512i pairs =
        _mm512_maddubs_epi16((__m512i)values, _mm512_set1_epi16(0x010a));
    __m512i fours = _mm512_madd_epi16(pairs, _mm512_set1_epi32(0x00010064));
    __m512i first = _mm512_mul_epu32(fours, _mm512_set1_epi64(10000));
    return (lanes)_mm512_cvtepu64_pd(
        _mm512_add_epi64(first, _mm512_srli_epi64(fours, 32)));
}
#elif ATTAIN_LANES == 4
ATTAIN_I_INLINE uint64_t find_bytes(const char *at, char letter) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)at);
    __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(at + 32));
    __m256i same = _mm256_set1_epi8(letter);
    low = _mm256_cmpeq_epi8(low, same);
    high = _mm256_cmpeq_epi8(high, same);
    return (uint32_t)_mm256_movemask_epi8(low) |
           (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

ATTAIN_I_INLINE lanes number_of(lane_bits values) {
    __m256i pairs =
        _mm256_maddubs_epi16((__m256i)values, _mm256_set1_epi16(0x010a));
    __m256i fours = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00010064));
    __m256i first = _mm256_mul_epu32(fours, _mm256_set1_epi64x(10000));
    lane_bits number =
        (lane_bits)_mm256_add_epi64(first, _mm256_srli_epi64(fours, 32));
    /* A number below 2^52 is in the last bits of 2^52 and that. */
    return lanes_from_bits(number | UINT64_C(0x4330000000000000)) - 0x1p52;
}
#else
ATTAIN_I_INLINE uint64_t find_bytes(const char *at, char letter) {
    uint64_t found = 0;
#if defined(FIELDS_SSE2)
    for (int i = 0; i < STEP; i += 16) {
        __m128i bytes =
            _mm_loadu_si128((const __m128i *)(const void *)(at + i));
        bytes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(letter));
        found |= (uint64_t)(uint32_t)_mm_movemask_epi8(bytes) << i;
    }
#else
    for (int i = 0; i < STEP; i += 8) {
        uint64_t differs = attain_i_eight_bytes(at + i) ^
                           ATTAIN_I_EIGHT((unsigned char)letter);
        uint64_t same =
            ~(((differs & ATTAIN_I_EIGHT(0x7f)) + ATTAIN_I_EIGHT(0x7f)) |
              differs) &
            ATTAIN_I_EIGHT(0x80);
        /* Bit 8·k times 2^(56 − 7·k) is bit 56 + k. */
        found |= (same >> 7) * UINT64_C(0x0102040810204080) >> 56 << i;
    }
#endif
    return found;
}

ATTAIN_I_INLINE lanes number_of(lane_bits values) {
    lanes out;
    uint64_t numbers[LANES];
    double doubles[LANES];
    memcpy(numbers, &values, sizeof(numbers));
    for (int i = 0; i < LANES; i++)
        doubles[i] = (double)(int32_t)attain_i_eight_digits(numbers[i]);
    memcpy(&out, doubles, sizeof(out));
    return out;
}
#endif

/* --- Where fields end ----------------------------------------------------- */

/* Writes where the bits are, `least` places at once, for how many there are is
 * hard to foresee, and leaving a loop at the wrong place costs more. Returns
 * how many there are; STEP places are there to be written. */
#if ATTAIN_LANES == 8
ATTAIN_I_INLINE size_t put_places(uint32_t *out, uint64_t bits, uint32_t at,
                                  size_t least) {
    static const unsigned char numbers[STEP] = {
        0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
        16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
        48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    unsigned char places[STEP];
    _mm512_storeu_si512(
        places, _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(numbers)));
    size_t count = (size_t)__builtin_popcountll(bits);
    (void)least;
    for (size_t i = 0; i == 0 || i < count; i += 16) {
        __m128i some =
            _mm_loadu_si128((const __m128i *)(const void *)(places + i));
        _mm512_storeu_si512(out + i,
                            _mm512_add_epi32(_mm512_cvtepu8_epi32(some),
                                             _mm512_set1_epi32((int32_t)at)));
    }
    return count;
}
#else
ATTAIN_I_INLINE size_t put_places(uint32_t *out, uint64_t bits, uint32_t at,
                                  size_t least) {
    const uint64_t stop = UINT64_C(1) << 63; /* there always is a last bit */
    size_t count = 0;
    uint64_t rest = bits;
    do {
        for (size_t end = count + least; count < end; count++) {
            out[count] = at + (uint32_t)attain_i_trailing_zeros(rest | stop);
            rest &= rest - 1;
        }
    } while (rest != 0);
#if defined(__GNUC__)
    return (size_t)__builtin_popcountll(bits);
#else
    for (count = 0; bits != 0; bits &= bits - 1)
        count++;
    return count;
#endif
}
#endif

/* What is in 64 bytes. */
typedef struct found_bytes {
    uint64_t ends;  /* commas and line ends */
    uint64_t lines; /* line ends */
    uint64_t odd;   /* what no plain record has */
} found_bytes;

/* `carry`: the last byte before was a CR. */
ATTAIN_I_INLINE found_bytes look(const char *at, int crlf, uint64_t *carry) {
    found_bytes found;
    found.lines = find_bytes(at, '\n');
    found.ends = find_bytes(at, ',') | found.lines;
    found.odd = find_bytes(at, '"');
    uint64_t returns = find_bytes(at, '\r');
    if (crlf) {
        /* After every CR an LF, and before every LF a CR. */
        found.odd |= (returns << 1 | *carry) ^ found.lines;
        *carry = returns >> 63;
    } else {
        found.odd |= returns;
    }
    if (found.odd != 0) {
        uint64_t before = (found.odd & (0 - found.odd)) - 1;
        found.ends &= before;
        found.lines &= before;
    }
    return found;
}

/* Lists the ends of fields, whose number it returns, and of `*line_count`
 * lines. */
ATTAIN_I_INLINE size_t list_ends(attain_i_fields *fields, size_t length,
                                 size_t most, size_t *line_count) {
    uint32_t *ends = fields->ends + 1;
    size_t count = 0;
    size_t lines = 0;
    uint64_t carry = 0;
    for (size_t at = 0; at < length; at += STEP) {
        const char *from = fields->text + at;
        char last[STEP];
        if (length - at < STEP) {
            /* Letters that are nothing here. */
            memset(last, 'x', sizeof(last));
            memcpy(last, from, length - at);
            from = last;
        }
        found_bytes found = look(from, fields->crlf, &carry);
        count += put_places(ends + count, found.ends, (uint32_t)at, 12);
        lines +=
            put_places(fields->lines + lines, found.lines, (uint32_t)at, 4);
        fields->cut = found.odd != 0;
        if (fields->cut || lines >= most || count >= most * fields->width)
            break;
    }
    fields->ends[0] = UINT32_MAX;
    *line_count = lines < most ? lines : most;
    return count;
}

/* Lengths of `count` fields; LONG for the longer ones. */
ATTAIN_I_INLINE void measure(const uint32_t *ends, size_t count,
                             uint8_t *lengths) {
    for (size_t k = 0; k < count; k++) {
        uint32_t length = ends[k + 1] - ends[k] - 1;
        lengths[k] =
            (uint8_t)(length < ATTAIN_I_FIELDS_LONG ? length
                                                    : ATTAIN_I_FIELDS_LONG);
    }
}

/* Takes the CR away from the last field of each record, and of one before. */
static void drop_returns(attain_i_fields *fields) {
    size_t width = fields->width;
    for (size_t last = width - 1; last < fields->rows * width; last += width) {
        uint32_t *end = &fields->ends[last + 1];
        --*end;
        measure(end - 1, 1, &fields->lengths[last]);
    }
    --fields->ends[0];
}

static void find_fields(attain_i_fields *fields, const char *text,
                        size_t length, size_t most, int crlf) {
    size_t width = fields->width;
    fields->text = text;
    fields->crlf = crlf;
    fields->rows = 0;
    most = most < fields->most ? most : fields->most;
    length = length < UINT32_MAX ? length : UINT32_MAX;
    size_t lines;
    size_t count = list_ends(fields, length, most, &lines);
    /* Where the first lines end behind as many fields each, no line end is
     * among the other places. */
    for (size_t end = width; fields->rows < lines && end <= count &&
                             fields->ends[end] == fields->lines[fields->rows];
         end += width)
        fields->rows++;
    fields->cut = fields->rows < most && (fields->cut || fields->rows < lines ||
                                          count >= (fields->rows + 1) * width);
    measure(fields->ends, fields->rows * width, fields->lengths);
    if (crlf)
        drop_returns(fields);
}

/* --- Numbers -------------------------------------------------------------- */

/* Numbers in the last bytes of `text`. Each is a number of at most eight
 * digits over a power of ten, both exact in a double, so that the quotient is
 * the nearest one. Returns what is 0 where the field is so simple. */
ATTAIN_I_INLINE lane_bits read_numbers(lane_bits text, lane_bits mask,
                                       lanes *out) {
    lane_bits empty = is_zero(mask);
    lane_bits other = (mask ^ mask >> 1) & 1;
    /* A minus before. */
    lane_bits first = mask & ~(mask << 8);
    lane_bits minus = bytes_equal(text, '-') & first;
    mask ^= minus;
    /* One byte at most is no digit, and that is a point. */
    lane_bits values = (text ^ ATTAIN_I_EIGHT('0')) & mask;
    lane_bits point = bytes_beyond(values);
    lane_bits one = point & ATTAIN_I_EIGHT(1);
    other |= one & (one - 1);
    other |= (values ^ ATTAIN_I_EIGHT('.' ^ '0')) & point;
    other |= is_zero(mask ^ point) & ~empty;
    /* The digits before it move to its place. */
    lane_bits none = is_zero(one);
    lane_bits before = one - 1 - none;
    values = (values & before) << 8 | (values & ~(before | point));
    /* A one there, or at the end, is read as the power of ten. */
    one |= none & (UINT64_C(1) << 56);
    lane_bits number = lanes_bits(number_of(values) / number_of(one));
    number |= ~is_zero(minus) & (UINT64_C(1) << 63);
    number |= empty & lanes_bits(lanes_of((double)NAN));
    *out = lanes_from_bits(number);
    return other;
}

/* The fields of `count` ≤ LANES records. */
ATTAIN_I_INLINE lane_bits read_lanes(const attain_i_fields *fields,
                                     size_t field, size_t count, lanes *out) {
    uint64_t text[LANES];
    uint64_t mask[LANES];
    for (size_t i = 0; i < LANES; i++) {
        size_t k = field + (i < count ? i : 0) * fields->width;
        text[i] = attain_i_eight_bytes(fields->text + fields->ends[k + 1] - 8);
        mask[i] = attain_i_fields_last[fields->lengths[k]];
    }
    lane_bits texts;
    lane_bits masks;
    memcpy(&texts, text, sizeof(texts));
    memcpy(&masks, mask, sizeof(masks));
    return read_numbers(texts, masks, out);
}

static int read_column(const attain_i_fields *fields, size_t column,
                       double *out, uint64_t *others) {
    lane_bits any = lane_bits_of(0);
    for (size_t row = 0; row < fields->rows; row += LANES) {
        size_t field = row * fields->width + column;
        size_t rest = fields->rows - row;
        lanes numbers;
        lane_bits other = rest >= LANES
                              ? read_lanes(fields, field, LANES, &numbers)
                              : read_lanes(fields, field, rest, &numbers);
        lanes_store(out + row, numbers);
        memcpy(others + row, &other, sizeof(other));
        any |= other;
    }
    return lane_bits_any(any) != 0;
}

#endif
