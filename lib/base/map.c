#include "base/text.h"

#include <string.h>

/* Open addressing, linear probing, at most three quarters full; removing moves
 * the following keys back, so there are no graves. */
typedef struct attain_i_map_slot {
    const char *key; /* NULL: empty */
    size_t length;
    uint32_t hash;
    int32_t value;
} map_slot;

/* --- SipHash-1-3 (Aumasson and Bernstein 2012, with one and three rounds) - */

static uint64_t turn(uint64_t x, int bits) {
    return x << bits | x >> (64 - bits);
}

static void sip_round(uint64_t v[4]) {
    v[0] += v[1];
    v[1] = turn(v[1], 13) ^ v[0];
    v[0] = turn(v[0], 32);
    v[2] += v[3];
    v[3] = turn(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = turn(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = turn(v[1], 17) ^ v[2];
    v[2] = turn(v[2], 32);
}

static void sip_word(uint64_t v[4], uint64_t word) {
    v[3] ^= word;
    sip_round(v);
    v[0] ^= word;
}

static uint32_t hash_of(const attain_i_map *map, const char *key,
                        size_t length) {
    uint64_t v[4] = {
        map->seed[0] ^ 0x736f6d6570736575u, map->seed[1] ^ 0x646f72616e646f6du,
        map->seed[0] ^ 0x6c7967656e657261u, map->seed[1] ^ 0x7465646279746573u};
    size_t i = 0;
    uint64_t word;
    for (; length - i >= sizeof(word); i += sizeof(word)) {
        memcpy(&word, key + i, sizeof(word));
        sip_word(v, word);
    }
    word = (uint64_t)length << 56;
    for (int shift = 0; i < length; i++, shift += 8)
        word |= (uint64_t)(unsigned char)key[i] << shift;
    sip_word(v, word);
    v[2] ^= 0xff;
    sip_round(v);
    sip_round(v);
    sip_round(v);
    return (uint32_t)(v[0] ^ v[1] ^ v[2] ^ v[3]);
}

/* The finaliser of MurmurHash3 (Appleby). */
static uint64_t mix(uint64_t x) {
    x = (x ^ x >> 33) * 0xff51afd7ed558ccdu;
    x = (x ^ x >> 33) * 0xc4ceb9fe1a85ec53u;
    return x ^ x >> 33;
}

void attain_i_map_init(attain_i_map *map, const attain_allocator *allocator) {
    memset(map, 0, sizeof(*map));
    map->allocator = allocator;
}

/* Where things lie in memory differs from run to run, so nobody can prepare
 * keys that collide; the seed decides nothing but the order of the slots. */
static void seed(attain_i_map *map, const map_slot *slots) {
    uint64_t here = (uint64_t)(uintptr_t)map;
    uint64_t there = (uint64_t)(uintptr_t)slots;
    uint64_t stack = (uint64_t)(uintptr_t)&here;
    uint64_t code = (uint64_t)(uintptr_t)&attain_i_map_init;
    map->seed[0] = mix(mix(here + 0x9e3779b97f4a7c15u) ^ there);
    map->seed[1] = mix(mix(stack + map->seed[0]) ^ code);
}

void attain_i_map_clear(attain_i_map *map) {
    attain_i_release(map->allocator, map->slots, map->capacity,
                     sizeof(map_slot));
    attain_i_map_init(map, map->allocator);
}

/* The slot of the key, or the empty one where it would go. There is always an
 * empty one. */
static map_slot *slot_of(const attain_i_map *map, const char *key,
                         size_t length, uint32_t hash) {
    size_t mask = map->capacity - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        map_slot *slot = &map->slots[i];
        if (slot->key == NULL ||
            (slot->hash == hash && slot->length == length &&
             memcmp(slot->key, key, length) == 0))
            return slot;
    }
}

int32_t attain_i_map_find(const attain_i_map *map, const char *key,
                          size_t length) {
    if (map->count == 0)
        return -1;
    key = length == 0 ? "" : key;
    const map_slot *slot = slot_of(map, key, length, hash_of(map, key, length));
    return slot->key != NULL ? slot->value : -1;
}

/* Puts a key that is not there into the first empty slot. */
static void place(map_slot *slots, size_t capacity, const map_slot *item) {
    size_t i = item->hash & (capacity - 1);
    while (slots[i].key != NULL)
        i = (i + 1) & (capacity - 1);
    slots[i] = *item;
}

int attain_i_map_reserve(attain_i_map *map, size_t count) {
    size_t capacity = map->capacity == 0 ? 16 : map->capacity;
    while (capacity - capacity / 4 < count) {
        if (capacity > SIZE_MAX / 2)
            return 0;
        capacity *= 2;
    }
    if (capacity == map->capacity)
        return 1;
    map_slot *slots =
        attain_i_allocate_zero(map->allocator, capacity, sizeof(*slots));
    if (slots == NULL)
        return 0;
    if (map->count == 0)
        seed(map, slots);
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].key != NULL)
            place(slots, capacity, &map->slots[i]);
    attain_i_release(map->allocator, map->slots, map->capacity, sizeof(*slots));
    map->slots = slots;
    map->capacity = capacity;
    return 1;
}

int attain_i_map_add(attain_i_map *map, const char *key, size_t length,
                     int32_t value) {
    if (!attain_i_map_reserve(map, map->count + 1))
        return 0;
    key = length == 0 ? "" : key;
    map_slot item = {key, length, hash_of(map, key, length), value};
    place(map->slots, map->capacity, &item);
    map->count++;
    return 1;
}

void attain_i_map_remove(attain_i_map *map, const char *key, size_t length) {
    if (map->count == 0)
        return;
    key = length == 0 ? "" : key;
    map_slot *slot = slot_of(map, key, length, hash_of(map, key, length));
    if (slot->key == NULL)
        return;
    map->count--;
    /* A key further on moves back into the hole unless it would then stand
     * before the slot that it belongs to (Knuth, TAOCP 6.4, algorithm R). */
    size_t mask = map->capacity - 1;
    size_t hole = (size_t)(slot - map->slots);
    for (size_t i = (hole + 1) & mask; map->slots[i].key != NULL;
         i = (i + 1) & mask) {
        size_t home = map->slots[i].hash & mask;
        if (((i - home) & mask) >= ((i - hole) & mask)) {
            map->slots[hole] = map->slots[i];
            hole = i;
        }
    }
    map->slots[hole].key = NULL;
}
