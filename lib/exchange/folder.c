/* Folders are POSIX: opendir(), readdir(). */
#define _POSIX_C_SOURCE 200809L

#include "exchange/folder.h"

#include <dirent.h>

#if defined(_WIN32)

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#undef near
#undef far

enum { LONGEST = 4096 /* units of UTF-16 of a path, its end included */ };

static int widen(const char *path, wchar_t *out) {
    return MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, out,
                               LONGEST) > 0;
}

int attain_i_folder_open(attain_i_folder *folder, const char *path) {
    wchar_t wide[LONGEST];
    folder->listing = widen(path, wide) ? _wopendir(wide) : NULL;
    return folder->listing != NULL;
}

const char *attain_i_folder_next(attain_i_folder *folder) {
    const struct _wdirent *entry = _wreaddir(folder->listing);
    while (entry != NULL &&
           WideCharToMultiByte(CP_UTF8, 0, entry->d_name, -1, folder->name,
                               sizeof(folder->name), NULL, NULL) == 0)
        entry = _wreaddir(folder->listing);
    return entry == NULL ? NULL : folder->name;
}

void attain_i_folder_close(attain_i_folder *folder) {
    _wclosedir(folder->listing);
}

FILE *attain_i_file_open(const char *path) {
    wchar_t wide[LONGEST];
    return widen(path, wide) ? _wfopen(wide, L"rb") : NULL;
}

#else

int attain_i_folder_open(attain_i_folder *folder, const char *path) {
    folder->listing = opendir(path);
    return folder->listing != NULL;
}

const char *attain_i_folder_next(attain_i_folder *folder) {
    const struct dirent *entry = readdir(folder->listing);
    return entry == NULL ? NULL : entry->d_name;
}

void attain_i_folder_close(attain_i_folder *folder) {
    closedir(folder->listing);
}

FILE *attain_i_file_open(const char *path) {
    return fopen(path, "rb");
}

#endif
