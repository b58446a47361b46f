#include "base/powers.h"

#include "base/wide.h"

const double attain_i_tens[23] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

enum {
    STEP = 27,
    FIRST = -13 /* the first row of `steps` is 5^(27 · FIRST) */
};

typedef struct step_row {
    uint64_t high;
    uint64_t low;
    int32_t exponent;
    int32_t exact;
} step_row;

/* 5^(27 i) for i = −13 … 12 as (high · 2^64 + low) · 2^exponent: the first 128
 * bits, cut off, made by exact integer arithmetic (for i < 0 by the division
 * of a power of two by 5^(−27 i)). `exact`: nothing was cut off. */
static const step_row steps[] = {
    {0x8049a4ac0c5811aeu, 0x205b896d777d6278u, -942, 0},
    {0xcf42894a5dce35eau, 0x52064cac828675b9u, -880, 0},
    {0xa76c582338ed2621u, 0xaf2af2b80af6f24eu, -817, 0},
    {0x873e4f75e2224e68u, 0x5a7744a6e804a291u, -754, 0},
    {0xda7f5bf590966848u, 0xaf39a475506a899eu, -692, 0},
    {0xb080392cc4349decu, 0xbd8d794d96aacfb3u, -629, 0},
    {0x8e938662882af53eu, 0x547eb47b7282ee9cu, -566, 0},
    {0xe65829b3046b0afau, 0x0cb4a5a3112a5112u, -504, 0},
    {0xba121a4650e4ddebu, 0x92f34d62616ce413u, -441, 0},
    {0x964e858c91ba2655u, 0x3a6a07f8d510f86fu, -378, 0},
    {0xf2d56790ab41c2a2u, 0xfae27299423fb9c3u, -316, 0},
    {0xc428d05aa4751e4cu, 0xaa97e14c3c26b886u, -253, 0},
    {0x9e74d1b791e07e48u, 0x775ea264cf55347du, -190, 0},
    {0x8000000000000000u, 0x0000000000000000u, -127, 1},
    {0xcecb8f27f4200f3au, 0x0000000000000000u, -65, 1},
    {0xa70c3c40a64e6c51u, 0x999090b65f67d924u, -2, 1},
    {0x86f0ac99b4e8dafdu, 0x69a028bb3ded71a3u, 61, 0},
    {0xda01ee641a708de9u, 0xe80e6f4820cc9495u, 123, 0},
    {0xb01ae745b101e9e4u, 0x5ec05dcff72e7f8fu, 186, 0},
    {0x8e41ade9fbebc27du, 0x14588f13be847307u, 249, 0},
    {0xe5d3ef282a242e81u, 0x8f1668c8a86da5fau, 311, 0},
    {0xb9a74a0637ce2ee1u, 0x6d953e2bd7173692u, 374, 0},
    {0x95f83d0a1fb69cd9u, 0x4abdaf101564f98eu, 437, 0},
    {0xf24a01a73cf2dccfu, 0xbc633b39673c8cecu, 499, 0},
    {0xc3b8358109e84f07u, 0x0a862f80ec4700c8u, 562, 0},
    {0x9e19db92b4e31ba9u, 0x6c07a2c26a8346d1u, 625, 0},
};

typedef struct single_row {
    uint64_t high;
    int32_t exponent;
} single_row;

/* 5^j for j = 0 … 26 as high · 2^exponent, exact. */
static const single_row singles[] = {
    {0x8000000000000000u, -63}, {0xa000000000000000u, -61},
    {0xc800000000000000u, -59}, {0xfa00000000000000u, -57},
    {0x9c40000000000000u, -54}, {0xc350000000000000u, -52},
    {0xf424000000000000u, -50}, {0x9896800000000000u, -47},
    {0xbebc200000000000u, -45}, {0xee6b280000000000u, -43},
    {0x9502f90000000000u, -40}, {0xba43b74000000000u, -38},
    {0xe8d4a51000000000u, -36}, {0x9184e72a00000000u, -33},
    {0xb5e620f480000000u, -31}, {0xe35fa931a0000000u, -29},
    {0x8e1bc9bf04000000u, -26}, {0xb1a2bc2ec5000000u, -24},
    {0xde0b6b3a76400000u, -22}, {0x8ac7230489e80000u, -19},
    {0xad78ebc5ac620000u, -17}, {0xd8d726b7177a8000u, -15},
    {0x878678326eac9000u, -12}, {0xa968163f0a57b400u, -10},
    {0xd3c21bcecceda100u, -8},  {0x84595161401484a0u, -5},
    {0xa56fa5b99019a5c8u, -3},
};

void attain_i_power_of_ten(int32_t q, attain_i_power *out) {
    int32_t row = (q - FIRST * STEP) / STEP;
    const step_row *step = &steps[row];
    const single_row *single = &singles[q - (row + FIRST) * STEP];
    attain_i_wide product;
    uint64_t lost =
        attain_i_wide_scale(step->high, step->low, single->high, &product);
    int32_t exponent = step->exponent + single->exponent + 64;
    if (product.high >> 63 == 0) {
        product.high = product.high << 1 | product.low >> 63;
        product.low = product.low << 1 | lost >> 63;
        lost <<= 1;
        exponent--;
    }
    out->high = product.high;
    out->low = product.low;
    out->exponent = exponent + q;
    /* At most 1 was cut off the step, which counts for at most 2 here, and
     * less than 1 off the product. */
    out->error = step->exact && lost == 0 ? 0 : 3;
}
