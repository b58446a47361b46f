# Judges a plan from its tables, in R. What it does is told in ../judge_goal.c.
#
#     Rscript judge_goal.R PLAN DATA GOAL     (pkg-config finds the library)
#
# .C() passes pointers to vectors and nothing else, so handles and numbers need
# a step in between: these lines of C, which R compiles itself. A handle is
# kept in a vector of 8 raw bytes.
between <- '
#include <attain.h>
void r_judge(char **plan, char **data, void **ev, char **message) {
    attain_plan *p = NULL;
    attain_dataset *d = NULL;
    static attain_error err;
    err.message[0] = 0;
    if (!attain_read_plan(*plan, NULL, &p, &err) &&
        !attain_read_dataset(*data, NULL, &d, &err))
        attain_evaluate(p, d, NULL, (attain_evaluation **)ev, &err);
    attain_dataset_destroy(d);
    attain_plan_destroy(p);
    *message = err.message;
}
void r_count(void **ev, int *count) {
    *count = (int)attain_evaluation_node_count(*ev);
}
void r_value(void **ev, int *measure, int *node, double *value) {
    *value = attain_evaluation_value(*ev, *measure, *node, 0);
}
void r_node(void **ev, int *i, char **id, char **name, int *kind, int *parent) {
    attain_node node;
    attain_node_init(&node);
    attain_evaluation_get_node(*ev, *i, &node, NULL);
    *id = (char *)node.id;
    *name = (char *)node.name;
    *kind = node.kind;
    *parent = node.parent;
}
void r_word(int *vocabulary, int *value, char **word) {
    *word = (char *)attain_word(*vocabulary, *value);
}
void r_destroy(void **ev) { attain_evaluation_destroy(*ev); }
'
arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) != 3) stop("usage: judge_goal.R PLAN DATA GOAL")
folder <- tempfile()
dir.create(folder)
source <- file.path(folder, "between.c")
writeLines(between, source)
flags <- function(what) system(paste("pkg-config", what, "attain"), TRUE)
Sys.setenv(PKG_CFLAGS = flags("--cflags"), PKG_LIBS = flags("--libs"))
stopifnot(system2("R", c("CMD", "SHLIB", source), stdout = FALSE) == 0)
dyn.load(sub("c$", "so", source))

judged <- .C("r_judge", arguments[1], arguments[2], raw(8), "")
if (judged[[4]] != "") stop(judged[[4]])
ev <- judged[[3]]
value <- function(measure, node)
    .C("r_value", ev, as.integer(measure), as.integer(node), 0)[[4]]
KIND_TARGET <- 1; VERDICT <- 2; SCORE <- 10; VERDICT_WORDS <- 12L

cat(sprintf("%.1f of 100\n", value(SCORE, 0)))
nodes <- lapply(seq_len(.C("r_count", ev, 0L)[[2]]) - 1L, function(i)
    setNames(.C("r_node", ev, i, "", "", 0L, 0L)[-1],
             c("i", "id", "name", "kind", "parent")))
ids <- sapply(nodes, function(node) node$id)
for (node in nodes)
    if (node$kind == KIND_TARGET && node$parent == match(arguments[3], ids) - 1)
        cat(node$id, .C("r_word", VERDICT_WORDS,
                        as.integer(value(VERDICT, node$i)), "")[[3]],
            paste0(node$name, "\n"))
invisible(.C("r_destroy", ev))
