#include "options.h"

#include <stdio.h>
#include <string.h>

#include <attain.h>

static const char usage_line[] =
    "usage: attain_report PLAN DATA [--as-of PERIOD] [--unit ID]\n"
    "           [--format text|csv|json|html|sdmx] [--out FILE] [--explain "
    "NODE]\n"
    "           [--by owner|unit|change] [--lang zh|en] [--since PERIOD]\n"
    "           [--provenance yes|no] [--bom] [--quality]\n"
    "           [--refuse warning|error] [--sizes VARIABLE] [--apart GROUP]\n"
    "           [--lenses OUTCOME:PROCESS:VALUE_ADDED]\n";

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
    "  --by PAPER       owner: progress by department; unit: school by "
    "school;\n"
    "                   change: what has turned since --since (text, csv, "
    "json)\n"
    "  --lang zh|en     language (default: by the name of the plan)\n"
    "  --lenses A:B:C   the four evaluations as well: outcome, process, value "
    "added,\n"
    "                   and all together with these weights: 1:1:1\n"
    "  --sizes VARIABLE value added is shrunk by this count of pupils\n"
    "  --apart GROUP    with --lenses: ratings of this evaluator group (a "
    "third "
    "party)\n"
    "                   apart from the others\n"
    "  --since PERIOD   what has changed since then (text, html; default: the\n"
    "                   period before; none where the plan begins later)\n"
    "  --provenance yes|no\n"
    "                   begin a csv with comments that say what it rests on\n"
    "                   (default: no; the other forms always say it)\n"
    "  --bom            csv, sdmx: a byte order mark first, so that a "
    "spreadsheet\n"
    "                   opens the file as UTF-8 without asking\n"
    "  --quality        what is wrong with the data, by DATA/checks.csv and "
    "the\n"
    "                   default checks; nothing is judged (text, csv, json)\n"
    "  --refuse LEVEL   warning or error: do not judge data with such "
    "findings,\n"
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
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, words[i]) == 0)
            return (int)i;
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
    static const char *const papers[] = {"owner", "unit", "change"};
    int chosen = choose(value, papers, 3);
    options->paper = (enum paper)(PAPER_OWNER + chosen);
    return chosen >= 0
               ? OUTCOME_GO
               : options_wrong("--by is owner, unit or change, not", value);
}

/* Three weights, 1:1:1. */
static enum outcome set_lenses(struct options *options, const char *value) {
    const char *at = value;
    for (int i = 0; i < 3; i++) {
        size_t length = strcspn(at, ":");
        if (attain_number_parse(at, length, &options->lens_weights[i], NULL) !=
                ATTAIN_OK ||
            !(options->lens_weights[i] >= 0) ||
            (at[length] == ':') != (i < 2)) {
            return options_wrong("--lenses is three weights such as 1:1:1, not",
                                 value);
        }
        at += length + 1;
    }
    options->lenses = 1;
    return OUTCOME_GO;
}

static enum outcome set_provenance(struct options *options, const char *value) {
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

static enum outcome set_as_of(struct options *options, const char *value) {
    return set_period(&options->as_of, value);
}

static enum outcome set_since(struct options *options, const char *value) {
    return set_period(&options->since, value);
}

static enum outcome set_unit(struct options *options, const char *value) {
    options->unit = value;
    return OUTCOME_GO;
}

static enum outcome set_out(struct options *options, const char *value) {
    options->out = value;
    return OUTCOME_GO;
}

static enum outcome set_node(struct options *options, const char *value) {
    options->node = value;
    return OUTCOME_GO;
}

static enum outcome set_sizes(struct options *options, const char *value) {
    options->sizes = value;
    return OUTCOME_GO;
}

static enum outcome set_apart(struct options *options, const char *value) {
    options->apart = value;
    return OUTCOME_GO;
}

/* The options that take a value. */
static const struct {
    const char *name;
    enum outcome (*set)(struct options *options, const char *value);
} valued[] = {{"--as-of", set_as_of},   {"--unit", set_unit},
              {"--format", set_format}, {"--out", set_out},
              {"--explain", set_node},  {"--by", set_by},
              {"--since", set_since},   {"--provenance", set_provenance},
              {"--refuse", set_refuse}, {"--lenses", set_lenses},
              {"--sizes", set_sizes},   {"--apart", set_apart},
              {"--lang", set_language}};

static enum outcome read_option(struct options *options, int count,
                                char **words, int *at) {
    const char *word = words[*at];
    size_t length = strcspn(word, "=");
    for (size_t i = 0; i < sizeof valued / sizeof *valued; i++) {
        const char *name = valued[i].name;
        if (strncmp(word, name, length) != 0 || name[length] != '\0')
            continue;
        if (word[length] == '=')
            return valued[i].set(options, word + length + 1);
        if (*at + 1 >= count)
            return options_wrong("a value is missing after", word);
        return valued[i].set(options, words[++*at]);
    }
    return options_wrong("no such option", word);
}

static enum outcome add_folder(struct options *options, const char *word) {
    if (options->plan == NULL)
        options->plan = word;
    else if (options->data == NULL)
        options->data = word;
    else
        return options_wrong("one folder too many", word);
    return OUTCOME_GO;
}

static enum outcome check(const struct options *options) {
    if (options->plan == NULL || options->data == NULL)
        return options_wrong("two folders are needed, PLAN and DATA", "");
    if (options->node != NULL && options->format != FORMAT_TEXT)
        return options_wrong("--explain goes with --format text", "");
    if (options->paper != PAPER_WHOLE &&
        (options->format == FORMAT_HTML || options->format == FORMAT_SDMX)) {
        return options_wrong("--by goes with --format text, csv or json (html "
                             "has the tables anyway)",
                             "");
    }
    if ((options->sizes != NULL || options->apart != NULL) && !options->lenses)
        return options_wrong("--sizes and --apart go with --lenses", "");
    if (options->byte_order_mark && options->format != FORMAT_CSV &&
        options->format != FORMAT_SDMX)
        return options_wrong("--bom goes with --format csv or sdmx", "");
    if (options->quality &&
        (options->format == FORMAT_HTML || options->format == FORMAT_SDMX ||
         options->node != NULL || options->paper != PAPER_WHOLE)) {
        return options_wrong("--quality goes with --format text, csv or json, "
                             "and not with --explain or --by",
                             "");
    }
    if (options->paper != PAPER_WHOLE && options->node != NULL)
        return options_wrong("--by and --explain do not go together", "");
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
        if (outcome != OUTCOME_GO)
            return outcome;
    }
    return check(options);
}
