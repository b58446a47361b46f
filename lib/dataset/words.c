#include "dataset/model.h"

const attain_i_word attain_i_words_observation_status[] = {
    {ATTAIN_OBSERVATION_MEASURED, "measured", "measured", "实测"},
    {ATTAIN_OBSERVATION_ESTIMATED, "estimated", "estimated", "估算"},
    {ATTAIN_OBSERVATION_PROVISIONAL, "provisional", "provisional", "初步"},
    {ATTAIN_OBSERVATION_MISSING, "missing", "missing", "缺失"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_dataset_table[] = {
    {ATTAIN_DATASET_UNITS, "units", "units", "单位"},
    {ATTAIN_DATASET_VARIABLES, "variables", "variables", "变量"},
    {ATTAIN_DATASET_STAGES, "stages", "stages", "学段"},
    {ATTAIN_DATASET_GROUPS, "groups", "evaluator groups", "评价主体"},
    {0, NULL, NULL, NULL}};
