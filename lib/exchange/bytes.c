#include <string.h>

#include "exchange/scan.h"

#define SAVE_UTF8 "save it as \"CSV UTF-8\""

typedef struct signature {
    const char *bytes;
    size_t length;
    const char *fault;
} signature;

/* The longer of two that begin alike comes first. */
static const signature signatures[] = {
    {"\xff\xfe\0\0", 4, "the file is UTF-32: " SAVE_UTF8},
    {"\0\0\xfe\xff", 4, "the file is UTF-32: " SAVE_UTF8},
    {"\xff\xfe", 2, "the file is UTF-16: " SAVE_UTF8},
    {"\xfe\xff", 2, "the file is UTF-16: " SAVE_UTF8},
    {"PK\x03\x04", 4,
     "the file is a workbook (xlsx, ods) or another zip file: open it in a "
     "spreadsheet and save the sheet as \"CSV UTF-8\""},
    {"\xd0\xcf\x11\xe0", 4,
     "the file is a workbook (xls): open it in a spreadsheet and save the "
     "sheet as \"CSV UTF-8\""},
};

/* In text of mostly ASCII, UTF-16 has a NUL in every other byte and UTF-32
 * three of four. */
static const char *wide_fault(const char *text, size_t length) {
    size_t looked = length < 64 ? length / 4 * 4 : 64;
    size_t nuls[4] = {0, 0, 0, 0};
    for (size_t i = 0; i < looked; i++)
        nuls[i % 4] += text[i] == '\0';
    size_t most = looked / 4 / 2; /* more than half of each quarter */
    if (looked < 8)
        return NULL;
    int full = 0;
    for (size_t i = 0; i < 4; i++)
        full |= nuls[i] > most ? 1 << i : 0;
    if (full == 0xe || full == 0x7)
        return "the file looks like UTF-32 without a mark: " SAVE_UTF8;
    if (full == 0xa || full == 0x5)
        return "the file looks like UTF-16 without a mark: " SAVE_UTF8;
    return NULL;
}

const char *attain_i_bytes_fault(const char *text, size_t length,
                                 size_t *skip) {
    *skip = 0;
    for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++) {
        const signature *row = &signatures[i];
        if (length >= row->length && memcmp(text, row->bytes, row->length) == 0)
            return row->fault;
    }
    if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        *skip = 3;
    return wide_fault(text, length);
}

/* Two-byte characters: lead 81…FE, trail 40…FE but 7F. Both from A1 on is
 * GB 2312, which has the common characters; one of these must be there. */
int attain_i_bytes_gbk(const char *text, size_t length) {
    const unsigned char *bytes = (const unsigned char *)text;
    int common = 0;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] < 0x80)
            continue;
        if (i + 1 == length || bytes[i] == 0x80 || bytes[i] == 0xff ||
            bytes[i + 1] < 0x40 || bytes[i + 1] == 0x7f || bytes[i + 1] == 0xff)
            return 0;
        common |= bytes[i] >= 0xa1 && bytes[i + 1] >= 0xa1;
        i++;
    }
    return common;
}
