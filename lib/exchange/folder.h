/* Files and folders, whose names are UTF-8 on every system. */
#ifndef ATTAIN_EXCHANGE_FOLDER_H
#define ATTAIN_EXCHANGE_FOLDER_H

#include <stdio.h>

/* A folder whose entries are being read. */
typedef struct attain_i_folder {
    void *listing;
    char name[1024]; /* of an entry, where the system's is not UTF-8 */
} attain_i_folder;

/* False when it cannot be opened. */
int attain_i_folder_open(attain_i_folder *folder, const char *path);
/* The name of the next entry, valid until the next call; NULL: no more. */
const char *attain_i_folder_next(attain_i_folder *folder);
void attain_i_folder_close(attain_i_folder *folder);

/* Opens a file to be read; NULL when that cannot be done. */
FILE *attain_i_file_open(const char *path);

#endif
