#include "options.h"

#include <stdio.h>
#include <string.h>

#include <attain.h>

static const char usage_line[] =
    "usage: attain_report PLAN DATA [--as-of PERIOD] [--unit ID]\n"
    "           [--format text|csv|json|html|sdmx] [--out FILE] [--explain "
    "NODE]\n"
    "           [--by owner] [--lang zh|en] [--since PERIOD]\n"
    "           [--provenance yes|no] [--bom] [--quality]\n"
    "           [--refuse warning|error]\n";

static const char help[] =
    "\n"
    "Judges the schools and areas in the folder DATA by the plan in the "
    "folder\n"
    "PLAN and reports how far every promise has been kept. Each may be a data\n"
    "package's descriptor, datapackage.json, instead of a folder.\n"
    "\n"
    "  --as-of PERIOD   judge as of this period: 2023, 2023-S1, 2023-Q3, "
    "2023-09\n"
    "                   (default: the last of the plan or of the data)\n"
    "  --unit ID        the unit to report on (default: the first of the "
    "plan's\n"
    "                   level); csv, json, sdmx: its rows only (default: all)\n"
    "  --format FORM    text (default), csv, json, html, or sdmx (SDMX-CSV)\n"
    "  --out FILE       write there, not to standard output\n"
    "  --explain NODE   how the number of a goal or target came about\n"
    "  --by owner       a table by department instead of the goals (text)\n"
    "  --lang zh|en     language (default: by the name of the plan)\n"
    "  --since PERIOD   what has changed since then (text, html; default: the\n"
    "                   period before; none where the plan begins later)\n"
    "  --provenance yes|no\n"
    "                   begin a csv with comments that say what it rests on\n"
    "                   (default: no; the other forms always say it)\n"
    "  --bom            csv, sdmx: a byte order mark first, so that a "
    "spreadsheet\n"
    "                   opens the file as UTF-8 without asking\n"
    "  --quality        what is wrong with the data, by DATA/checks.csv and the\n"
    "                   default checks; nothing is judged (text, csv, json)\n"
    "  --refuse LEVEL   warning or error: do not judge data with such findings,\n"
    "                   list them on standard error\n"
    "  --help, --version\n"
    "\n"
    "Exit status: 0 evaluated; 1 errors in the tables, or nothing written;\n"
    "2 wrong usage; 3 refused for what is wrong with the data.\n";

enum outcome options_wrong(const char *what, const char *word) {
    fprintf(stderr, "attain_report: %s%s%s\n%s", what,
            word[0] != '\0' ? ": " : "", word, usage_line);
    return OUTCOME_WRONG;
}

static int choose(const char *word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, words[i]) == 0) {
            return (int)i;
        }
    }
    return -1;
}

static enum outcome set_format(struct options *options, const char *value) {
    static const char *const formats[] = {"text", "csv", "json", "html",
                                          "sdmx"};
    int chosen = choose(value, formats, 5);
    if (chosen < 0) {
        return options_wrong("--format is text, csv, json, html or sdmx, not",
                             value);
    }
    options->format = (enum format)chosen;
    return OUTCOME_GO;
}

static enum outcome set_language(struct options *options, const char *value) {
    static const char *const languages[] = {"en", "zh"};
    options->language = choose(value, languages, 2);
    return options->language < 0
               ? options_wrong("--lang is zh or en, not", value)
               : OUTCOME_GO;
}

static enum outcome set_period(int32_t *period, const char *value) {
    return attain_period_parse(value, ATTAIN_NUL_TERMINATED, period, NULL) ==
                   ATTAIN_OK
               ? OUTCOME_GO
               : options_wrong("a period is such as 2023, 2023-Q3 or 2023-09, "
                               "not",
                               value);
}

static enum outcome set_by(struct options *options, const char *value) {
    options->by_owner = strcmp(value, "owner") == 0;
    return options->by_owner ? OUTCOME_GO
                             : options_wrong("--by is owner, not", value);
}

static enum outcome set_provenance(struct options *options,
                                   const char *value) {
    static const char *const answers[] = {"no", "yes"};
    options->provenance = choose(value, answers, 2);
    return options->provenance < 0
               ? options_wrong("--provenance is yes or no, not", value)
               : OUTCOME_GO;
}

static enum outcome set_refuse(struct options *options, const char *value) {
    static const char *const levels[] = {"warning", "error"};
    int chosen = choose(value, levels, 2);
    options->refuse =
        chosen == 0 ? ATTAIN_QUALITY_WARNING : ATTAIN_QUALITY_ERROR;
    return chosen < 0
               ? options_wrong("--refuse is warning or error, not", value)
               : OUTCOME_GO;
}

static enum outcome set_option(struct options *options, int which,
                               const char *value) {
    switch (which) {
    case 0:
        return set_period(&options->as_of, value);
    case 1:
        options->unit = value;
        return OUTCOME_GO;
    case 2:
        return set_format(options, value);
    case 3:
        options->out = value;
        return OUTCOME_GO;
    case 4:
        options->node = value;
        return OUTCOME_GO;
    case 5:
        return set_by(options, value);
    case 6:
        return set_period(&options->since, value);
    case 7:
        return set_provenance(options, value);
    case 8:
        return set_refuse(options, value);
    default:
        return set_language(options, value);
    }
}

/* Reads the option at `*at` and the word after it. */
static enum outcome read_option(struct options *options, int count,
                                char **words, int *at) {
    static const char *const names[] = {"--as-of", "--unit",    "--format",
                                        "--out",   "--explain", "--by",
                                        "--since", "--provenance",
                                        "--refuse", "--lang"};
    const char *word = words[*at];
    size_t length = strcspn(word, "=");
    for (int i = 0; i < 10; i++) {
        if (strncmp(word, names[i], length) != 0 || names[i][length] != '\0') {
            continue;
        }
        if (word[length] == '=') {
            return set_option(options, i, word + length + 1);
        }
        if (*at + 1 >= count) {
            return options_wrong("a value is missing after", word);
        }
        return set_option(options, i, words[++*at]);
    }
    return options_wrong("no such option", word);
}

static enum outcome add_folder(struct options *options, const char *word) {
    if (options->plan == NULL) {
        options->plan = word;
    } else if (options->data == NULL) {
        options->data = word;
    } else {
        return options_wrong("one folder too many", word);
    }
    return OUTCOME_GO;
}

static enum outcome check(const struct options *options) {
    if (options->plan == NULL || options->data == NULL) {
        return options_wrong("two folders are needed, PLAN and DATA", "");
    }
    if (options->node != NULL && options->format != FORMAT_TEXT) {
        return options_wrong("--explain goes with --format text", "");
    }
    if (options->by_owner && options->format != FORMAT_TEXT) {
        return options_wrong("--by goes with --format text (html has the table "
                             "anyway)",
                             "");
    }
    if (options->byte_order_mark && options->format != FORMAT_CSV &&
        options->format != FORMAT_SDMX) {
        return options_wrong("--bom goes with --format csv or sdmx", "");
    }
    if (options->quality &&
        (options->format == FORMAT_HTML || options->format == FORMAT_SDMX ||
         options->node != NULL || options->by_owner)) {
        return options_wrong("--quality goes with --format text, csv or json, "
                             "and not with --explain or --by",
                             "");
    }
    if (options->by_owner && options->node != NULL) {
        return options_wrong("--by and --explain do not go together", "");
    }
    return OUTCOME_GO;
}

enum outcome options_read(struct options *options, int count, char **words) {
    int only_folders = 0;
    memset(options, 0, sizeof *options);
    options->as_of = ATTAIN_PERIOD_NONE;
    options->since = ATTAIN_PERIOD_NONE;
    options->language = -1;
    for (int at = 1; at < count; at++) {
        const char *word = words[at];
        enum outcome outcome = OUTCOME_GO;
        if (only_folders || word[0] != '-') {
            outcome = add_folder(options, word);
        } else if (strcmp(word, "--") == 0) {
            only_folders = 1;
        } else if (strcmp(word, "--bom") == 0) {
            options->byte_order_mark = 1;
        } else if (strcmp(word, "--quality") == 0) {
            options->quality = 1;
        } else if (strcmp(word, "--help") == 0) {
            return printf("%s%s", usage_line, help) < 0 ? OUTCOME_WRONG
                                                        : OUTCOME_DONE;
        } else if (strcmp(word, "--version") == 0) {
            return printf("attain_report %s\n", attain_version()) < 0
                       ? OUTCOME_WRONG
                       : OUTCOME_DONE;
        } else {
            outcome = read_option(options, count, words, &at);
        }
        if (outcome != OUTCOME_GO) {
            return outcome;
        }
    }
    return check(options);
}
