#include "exchange/scan.h"

#include <errno.h>
#include <string.h>

#include "base/text.h"

enum {
    FIRST_WINDOW = 1 << 14,
    WINDOW = 1 << 17, /* stays in the nearer caches */
    CHECK = 1 << 14,  /* bytes that are looked at ahead */
    BEHIND = 8        /* bytes before `at` that can be read */
};

attain_i_spot attain_i_scan_line(const attain_i_scan *scan) {
    attain_i_spot spot = {
        NULL, scan->line, 0,
        (int64_t)(scan->base + (size_t)(scan->begin - scan->text)),
        scan->file_index};
    return spot;
}

attain_i_spot attain_i_scan_spot(const attain_i_scan *scan,
                                 const attain_i_cell *cell, size_t column,
                                 const char *field) {
    attain_i_spot spot = {field, cell->line, (int64_t)column,
                          (int64_t)cell->offset, scan->file_index};
    return spot;
}

/* A problem of the file as a whole, which ends the reading of it. */
static void stop(attain_i_scan *scan, attain_status code, const char *text) {
    attain_i_spot spot = {NULL, 0, 0, -1, scan->file_index};
    attain_i_problem_add(scan->problems, 0, code, &spot, text);
    scan->stopped = 1;
}

static void stop_memory(attain_i_scan *scan) {
    scan->problems->no_memory = 1;
    scan->stopped = 1;
}

static void stop_too_large(attain_i_scan *scan) {
    attain_i_spot spot = {NULL, 0, 0, -1, scan->file_index};
    attain_i_problem_error(scan->problems, ATTAIN_ERR_LIMIT, &spot,
                           "the file has more than %zu bytes: cut it up, or "
                           "raise max_file_size",
                           scan->file_limit);
    scan->stopped = 1;
}

/* --- The window ----------------------------------------------------------- */

/* fread() until `room` is full or the file ends. */
static size_t read_some(attain_i_scan *scan, char *out, size_t room) {
    size_t got = 0;
    while (got < room) {
        errno = 0;
        got += fread(out + got, 1, room - got, scan->file);
        if (got == room)
            break;
        if (ferror(scan->file) && errno == EINTR) {
            clearerr(scan->file);
            continue;
        }
        if (ferror(scan->file)) {
            stop(scan, ATTAIN_ERR_IO,
                 "the file cannot be read: is it a folder, or damaged?");
        }
        scan->at_end = 1;
        break;
    }
    return got;
}

/* Moves what is not done to the front, and grows the window where more than
 * half of it is not done, so that going over a record again stays linear. */
static int make_room(attain_i_scan *scan) {
    size_t done = scan->at > BEHIND ? scan->at - BEHIND : 0;
    size_t keep = scan->length - done;
    if (scan->buffer != NULL && keep > 0)
        memmove(scan->buffer, scan->buffer + done, keep);
    scan->base += done;
    scan->next_lf -= scan->next_lf < done ? scan->next_lf : done;
    scan->next_cr -= scan->next_cr < done ? scan->next_cr : done;
    scan->next_quote -= scan->next_quote < done ? scan->next_quote : done;
    scan->checked -= scan->checked < done ? scan->checked : done;
    scan->at -= done;
    scan->length = keep;
    size_t need = scan->capacity;
    if (need == 0)
        need = FIRST_WINDOW;
    else if (keep > scan->capacity / 2 ||
             (scan->capacity < WINDOW && scan->base >= scan->capacity))
        need = scan->capacity * 2;
    void *buffer = scan->buffer;
    int room =
        attain_i_grow(scan->allocator, &buffer, &scan->capacity, need, 1);
    scan->buffer = buffer;
    scan->text = scan->buffer;
    return room;
}

int attain_i_scan_fill(attain_i_scan *scan) {
    if (scan->at_end || scan->stopped)
        return 0;
    if (!make_room(scan)) {
        stop_memory(scan);
        return 0;
    }
    size_t got = read_some(scan, scan->buffer + scan->length,
                           scan->capacity - scan->length);
    scan->length += got;
    if (scan->base + scan->length > scan->file_limit)
        stop_too_large(scan);
    return !scan->stopped;
}

/* --- Opening -------------------------------------------------------------- */

void attain_i_scan_open(attain_i_scan *scan, const attain_allocator *allocator,
                        attain_i_problems *problems, int32_t file_index,
                        const attain_i_input *input,
                        const attain_read_options *options) {
    memset(scan, 0, sizeof(*scan));
    scan->allocator = allocator;
    scan->problems = problems;
    scan->file_index = file_index;
    scan->file = input->file;
    scan->file_limit = options->max_file_size;
    scan->field_limit = options->max_field_size;
    scan->record_limit =
        options->max_field_size < SIZE_MAX / ATTAIN_I_SCAN_RECORD
            ? options->max_field_size * ATTAIN_I_SCAN_RECORD
            : SIZE_MAX;
    if (input->unreadable) {
        stop(scan, ATTAIN_ERR_IO,
             "the file cannot be opened: is it there, and may it be read?");
        return;
    }
    if (scan->file == NULL) {
        scan->text = input->length > 0 ? input->text : "";
        scan->length = input->length;
        scan->at_end = 1;
        if (scan->length > scan->file_limit) {
            stop_too_large(scan);
            return;
        }
    } else if (!attain_i_scan_fill(scan)) {
        return;
    }
    size_t skip;
    const char *fault = attain_i_bytes_fault(scan->text, scan->length, &skip);
    if (fault != NULL)
        stop(scan, ATTAIN_ERR_TEXT, fault);
    scan->at = skip;
}

void attain_i_scan_clear(attain_i_scan *scan) {
    attain_i_release(scan->allocator, scan->buffer, scan->capacity, 1);
    attain_i_release(scan->allocator, scan->cells, scan->cell_capacity,
                     sizeof(*scan->cells));
    attain_i_release(scan->allocator, scan->decoded, scan->decoded_capacity, 1);
    scan->buffer = NULL;
    scan->cells = NULL;
    scan->decoded = NULL;
}

/* --- Records -------------------------------------------------------------- */

/* Where the next byte `wanted` is from `at` on; the length if there is none.
 * Every byte is looked at once for each `next`. */
static size_t seek(const attain_i_scan *scan, size_t *next, char wanted) {
    if (*next < scan->at)
        *next = scan->at;
    if (*next < scan->length && scan->text[*next] != wanted) {
        const char *found =
            memchr(scan->text + *next, wanted, scan->length - *next);
        *next = found != NULL ? (size_t)(found - scan->text) : scan->length;
    }
    return *next;
}

/* Looks whether all up to `end` is UTF-8 without NUL, some way ahead. A
 * character that is cut by the end of the window waits for its rest. */
static void check_bytes(attain_i_scan *scan, size_t end) {
    while (scan->checked < end && !scan->dirty) {
        size_t rest = scan->length - scan->checked;
        size_t count = rest < CHECK ? rest : CHECK;
        if (count < end - scan->checked)
            count = end - scan->checked;
        size_t valid = attain_i_utf8_invalid(scan->text + scan->checked, count);
        scan->dirty = memchr(scan->text + scan->checked, '\0', valid) != NULL;
        scan->checked += valid;
        if (valid < count && count - valid >= 4) {
            scan->dirty = 1;
        } else if (valid < count && scan->checked < end) {
            /* Within a character's length of where the look ended. */
            size_t more = scan->length - scan->checked;
            more = more < 4 ? more : 4;
            scan->dirty =
                attain_i_utf8_invalid(scan->text + scan->checked, more) == 0;
        }
    }
}

/* Counts a line end at `end` and goes behind it. */
static void pass_line_end(attain_i_scan *scan, size_t end) {
    scan->at = end;
    if (end == scan->length) {
        scan->lines++;
        return;
    }
    int kind = 1;
    scan->at++;
    if (scan->text[end] == '\r') {
        kind = 4;
        if (scan->at < scan->length && scan->text[scan->at] == '\n') {
            kind = 2;
            scan->at++;
        }
    }
    scan->lines++;
    if (scan->ends == 0) {
        scan->ends = kind;
    } else if (scan->ends < 8 && scan->ends != kind) {
        scan->ends = 8;
        attain_i_spot spot = {NULL, scan->lines, 0, -1, scan->file_index};
        attain_i_problem_warning(
            scan->problems, ATTAIN_ERR_TEXT, &spot,
            "from here on lines end otherwise than before (LF, CRLF and CR "
            "are mixed): was the file put together from several? Save it "
            "anew");
    }
}

/* What quotes a record has been gone through for. */
typedef struct quotes {
    size_t open;   /* the opening quote, if `inside` */
    int64_t line;  /* of it, from 0 at the record's first */
    size_t column; /* of it, from 1 */
    int64_t lines; /* line ends inside of quotes so far */
    int inside;
} quotes;

static int is_line_end(char letter) {
    return letter == '\n' || letter == '\r';
}

/* The end of a record with quotes; the length if the window holds none. */
static size_t quoted_end(const attain_i_scan *scan, quotes *state) {
    const char *text = scan->text;
    size_t i = scan->at;
    int fresh = 1; /* a field begins here */
    memset(state, 0, sizeof(*state));
    state->column = 1;
    for (; i < scan->length; i++) {
        char letter = text[i];
        if (state->inside) {
            if (letter == '"' && i + 1 < scan->length && text[i + 1] == '"')
                i++;
            else if (letter == '"')
                state->inside = 0;
            else if (letter == '\n' ||
                     (letter == '\r' &&
                      (i + 1 == scan->length || text[i + 1] != '\n')))
                state->lines++;
        } else if (is_line_end(letter)) {
            break;
        } else if (letter == '"' && fresh) {
            state->inside = 1;
            state->open = i;
            state->line = state->lines;
            fresh = 0;
        } else {
            fresh = letter == ',';
            state->column += letter == ',';
        }
    }
    return i;
}

/* A record that does not end within its limit, or not at all. */
static void stop_endless(attain_i_scan *scan, const quotes *state, int limit) {
    attain_i_spot spot = attain_i_scan_line(scan);
    scan->stopped = 1;
    if (state->inside) {
        spot.line += state->line;
        spot.column = (int64_t)state->column;
        spot.offset = (int64_t)(scan->base + state->open);
        attain_i_problem_error(
            scan->problems, limit ? ATTAIN_ERR_LIMIT : ATTAIN_ERR_TEXT, &spot,
            "the quote that opens here is not closed%s: close it, or write a "
            "quote within quotes twice",
            limit ? " within the limit of a record" : "");
        return;
    }
    attain_i_problem_error(scan->problems, ATTAIN_ERR_LIMIT, &spot,
                           "the line has more than %zu bytes: cut it up, or "
                           "raise max_field_size",
                           scan->record_limit);
}

/* Finds the end of the record at `at`; false when the scan stops. */
static int find_record(attain_i_scan *scan, size_t *out) {
    for (;;) {
        size_t end = seek(scan, &scan->next_lf, '\n');
        size_t cr = seek(scan, &scan->next_cr, '\r');
        end = cr < end ? cr : end;
        quotes state = {0, 0, 0, 0, 0};
        scan->plain = seek(scan, &scan->next_quote, '"') >= end;
        if (!scan->plain)
            end = quoted_end(scan, &state);
        scan->begin = scan->text + scan->at;
        scan->line = scan->lines + 1;
        if (end - scan->at > scan->record_limit) {
            stop_endless(scan, &state, 1);
            return 0;
        }
        /* A CR needs one byte more: it may be followed by an LF. */
        size_t seen =
            end < scan->length && scan->text[end] == '\r' ? end + 1 : end;
        if (seen < scan->length || scan->at_end) {
            if (state.inside) {
                stop_endless(scan, &state, 0);
                return 0;
            }
            scan->lines += state.lines;
            *out = end;
            return 1;
        }
        if (!attain_i_scan_fill(scan))
            return 0;
    }
}

/* Blank, or its first cell begins with `#`. */
static int is_skipped(const attain_i_scan *scan) {
    const char *begin = scan->begin;
    size_t length = (size_t)(scan->end - begin);
    return length == 0 || begin[0] == '#' ||
           (length >= 2 && begin[0] == '"' && begin[1] == '#');
}

/* Files that were put together one behind the other. */
static void check_mark(attain_i_scan *scan) {
    if (scan->mark_told || scan->line == 1 || scan->end - scan->begin < 3 ||
        memcmp(scan->begin, "\xef\xbb\xbf", 3) != 0)
        return;
    scan->mark_told = 1;
    attain_i_spot spot = attain_i_scan_line(scan);
    attain_i_problem_warning(
        scan->problems, ATTAIN_ERR_TEXT, &spot,
        "there is a byte order mark within the file, which is taken as text: "
        "was the file put together from several? Remove the mark");
}

/* The end-of-file mark of old DOS programs. */
static int is_dos_end(const attain_i_scan *scan) {
    return scan->end - scan->begin == 1 && *scan->begin == 0x1a &&
           scan->at == scan->length && scan->at_end;
}

int attain_i_scan_next(attain_i_scan *scan) {
    while (!scan->stopped) {
        if (scan->at == scan->length && !attain_i_scan_fill(scan))
            return 0;
        if (scan->at == scan->length)
            continue;
        size_t end;
        if (!find_record(scan, &end))
            return 0;
        scan->end = scan->text + end;
        check_bytes(scan, end);
        pass_line_end(scan, end);
        if (is_skipped(scan) || is_dos_end(scan))
            continue;
        check_mark(scan);
        return 1;
    }
    return 0;
}

/* --- Records ahead -------------------------------------------------------- */

/* Leaves out what may hold a field that is too long. */
static void check_lengths(const attain_i_scan *scan, attain_i_fields *fields) {
    size_t rows = fields->rows;
    if (rows == 0 || fields->lines[rows - 1] <= scan->field_limit)
        return;
    size_t begin = 0;
    for (size_t row = 0; row < fields->rows; row++) {
        if (fields->lines[row] - begin > scan->field_limit) {
            fields->rows = row;
            fields->cut = 1;
        }
        begin = fields->lines[row] + 1;
    }
}

size_t attain_i_scan_ahead(attain_i_scan *scan, attain_i_fields *fields,
                           size_t most) {
    int crlf = scan->ends == 2;
    if (scan->stopped || scan->dirty || (scan->ends != 1 && !crlf))
        return 0;
    fields->rows = 0;
    fields->cut = 0;
    /* Once more where the window ended within the first record. */
    for (int again = 1; again >= 0 && scan->at >= BEHIND; again--) {
        attain_i_fields_find(fields, scan->text + scan->at,
                             scan->length - scan->at, most, crlf);
        if (fields->rows > 0 || fields->cut || again == 0 ||
            !attain_i_scan_fill(scan))
            break;
    }
    check_lengths(scan, fields);
    if (fields->rows > 0)
        check_bytes(scan, scan->at + fields->lines[fields->rows - 1]);
    return scan->dirty ? 0 : fields->rows;
}

void attain_i_scan_skip(attain_i_scan *scan, const attain_i_fields *fields,
                        size_t rows) {
    scan->at += fields->lines[rows - 1] + 1;
    scan->lines += (int64_t)rows;
}
