/* What a folder of tables holds, in one number. */
#include <string.h>

#include "base/error.h"
#include "base/sha256.h"
#include "base/text.h"
#include "exchange/folder.h"
#include "exchange/read.h"

enum { WINDOW = 16384 };

static int is_csv(const char *base) {
    size_t length = strlen(base);
    return length > 4 && strcmp(base + length - 4, ".csv") == 0;
}

static attain_status digest_file(const char *path,
                                 char out[ATTAIN_I_SHA256_HEX + 1],
                                 attain_error *err) {
    char bytes[WINDOW];
    attain_i_sha256 digest;
    FILE *file = attain_i_file_open(path);
    size_t size = 0;
    attain_i_sha256_init(&digest);
    while (file != NULL && (size = fread(bytes, 1, sizeof(bytes), file)) > 0)
        attain_i_sha256_add(&digest, bytes, size);
    int failed = file == NULL || ferror(file);
    if (file != NULL)
        fclose(file);
    attain_i_sha256_end(&digest, out);
    return failed ? attain_i_fail(err, ATTAIN_ERR_IO, "folder", -1,
                                  "the file \"%s\" cannot be read", path)
                  : ATTAIN_OK;
}

/* As sha256sum prints a file: the digest, two blanks, the name. */
static attain_status digest_tables(const attain_i_sources *tables,
                                   char out[ATTAIN_I_SHA256_HEX + 1],
                                   attain_error *err) {
    attain_i_sha256 all;
    attain_status status = ATTAIN_OK;
    attain_i_sha256_init(&all);
    for (size_t i = 0; i < tables->count && status == ATTAIN_OK; i++) {
        status = digest_file(tables->tables[i].name, out, err);
        attain_i_sha256_add(&all, out, ATTAIN_I_SHA256_HEX);
        attain_i_sha256_add(&all, "  ", 2);
        attain_i_sha256_add(&all, tables->tables[i].base,
                            strlen(tables->tables[i].base));
        attain_i_sha256_add(&all, "\n", 1);
    }
    attain_i_sha256_end(&all, out);
    return status;
}

attain_status attain_digest_folder(const char *folder, char *out,
                                   size_t capacity, size_t *count,
                                   attain_error *err) {
    attain_allocator allocator;
    attain_i_sources tables;
    char digest[ATTAIN_I_SHA256_HEX + 1];
    if (count == NULL)
        return attain_i_fail_null(err, "count");
    attain_i_allocator_set(&allocator, NULL);
    attain_status status =
        attain_i_sources_list(&tables, &allocator, folder, is_csv, err);
    if (status == ATTAIN_OK)
        status = digest_tables(&tables, digest, err);
    attain_i_sources_clear(&tables);
    return status == ATTAIN_OK ? attain_i_text_out(digest, ATTAIN_I_SHA256_HEX,
                                                   out, capacity, count, err)
                               : status;
}
