/* What the progress method that a target names says of it. */
#include <math.h>

#include "facts.h"

int fact_method(struct out *out, const struct report *report,
                const struct entry *entry) {
    double score = entry->value[ATTAIN_MEASURE_METHOD_SCORE];
    double class_code = entry->value[ATTAIN_MEASURE_METHOD_CLASS];
    double reason = entry->value[ATTAIN_MEASURE_METHOD_REASON];
    attain_method method;
    attain_method_init(&method);
    if (entry->node.method < 0 ||
        attain_method_get(ATTAIN_METHOD_PROGRESS, entry->node.method, &method,
                          NULL) != ATTAIN_OK)
        return 0;
    out_text(out, method.name);
    if (!isnan(score)) {
        out_text(out, phrase(report->language, P_COMMA_CLAUSE));
        number_plain(out, score, 2);
    }
    if (!isnan(class_code)) {
        out_text(out, phrase(report->language, P_COMMA_CLAUSE));
        out_text(out, attain_progress_class_name(entry->node.method,
                                                 (int32_t)class_code));
    }
    if (isnan(score) && isnan(class_code) && !isnan(reason)) {
        out_text(out, phrase(report->language, P_COMMA_CLAUSE));
        out_text(out, attain_word_label(ATTAIN_VOCABULARY_REASON,
                                        (int32_t)reason, report->language));
    }
    return 1;
}
