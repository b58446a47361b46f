"""Every function of the library: what it returns, its name, its parameters.

The names stand without `attain_`. `text` is `const char *`, `status` the
attain_status, i32 … f64 the numbers of that width, `size` the size_t; names
with a capital are structs. A line that is indented goes on the one before.
"""
import re
from ctypes import (POINTER, c_char, c_char_p, c_double, c_int32, c_int64,
                    c_size_t, c_uint8, c_void_p)
from typing import Any, Dict, List, Tuple

from . import _structs

_PROTOTYPES = """
text status_name status
text status_message status
text version
i32 abi_version
size nul_terminated
status number_parse text size f64* Error*
status number_format f64 char* size size* Error*
status period_parse text size i32* Error*
status period_format i32 char* size size* Error*
i32 period_frequency i32
void unit_init Unit*
void variable_init Variable*
void stage_init Stage*
status dataset_create Allocator* Dataset** Error*
void dataset_destroy Dataset*
status dataset_add_units Dataset* Unit* size i32* Error*
status dataset_add_variables Dataset* Variable* size i32* Error*
status dataset_add_stages Dataset* Stage* size Error*
status dataset_add_group Dataset* text i32* Error*
status dataset_set_column Dataset* i32 i32 i32 f64* size Error*
void observations_init Observations*
status dataset_add_observations Dataset* Observations* Error*
status dataset_check Dataset* Error*
size dataset_count Dataset* i32
i32 dataset_find Dataset* i32 text size
status dataset_get_unit Dataset* i32 Unit* Error*
status dataset_get_variable Dataset* i32 Variable* Error*
status dataset_get_stage Dataset* i32 Stage* Error*
text dataset_group_id Dataset* i32
status dataset_periods Dataset* i32* i32* Error*
status dataset_column Dataset* i32 i32 i32 f64* size size* Error*
f64* dataset_column_view Dataset* i32 i32 i32 size*
void observation_init Observation*
status dataset_get_observation Dataset* i32 i32 i32 i32 Observation* Error*
void plan_info_init PlanInfo*
void goal_init Goal*
void metric_init Metric*
void target_init Target*
void path_point_init PathPoint*
void band_init Band*
void group_init Group*
status plan_create Allocator* PlanInfo* Plan** Error*
void plan_destroy Plan*
status plan_add_goal Plan* Goal* i32* Error*
status plan_add_metric Plan* Metric* i32* Error*
status plan_add_target Plan* Target* i32* Error*
status plan_add_path_point Plan* PathPoint* Error*
status plan_add_band Plan* Band* Error*
status plan_add_group Plan* Group* Error*
status plan_check Plan* Error*
size plan_count Plan* i32
i32 plan_find Plan* i32 text size
status plan_get_info Plan* PlanInfo* Error*
status plan_get_goal Plan* i32 Goal* Error*
status plan_get_metric Plan* i32 Metric* Error*
status plan_get_target Plan* i32 Target* Error*
status plan_get_path_point Plan* i32 PathPoint* Error*
status plan_get_band Plan* i32 Band* Error*
status plan_get_group Plan* i32 Group* Error*
void evaluate_options_init EvaluateOptions*
status evaluate Plan* Dataset* EvaluateOptions* Evaluation** Error*
void evaluation_destroy Evaluation*
void node_init Node*
size evaluation_node_count Evaluation*
status evaluation_get_node Evaluation* i32 Node* Error*
i32 evaluation_find_node Evaluation* text size
i32* evaluation_units Evaluation* i32 size*
u8* evaluation_wholes Evaluation* i32 size*
i64 evaluation_find_row Evaluation* i32 i32
void evaluation_unit_init EvaluationUnit*
status evaluation_get_unit Evaluation* i32 EvaluationUnit* Error*
i32 evaluation_find_unit Evaluation* text size
status evaluation_column Evaluation* i32 i32 f64* size size* Error*
f64* evaluation_view Evaluation* i32 i32 size*
u8* evaluation_codes Evaluation* i32 i32 size*
f64 evaluation_value Evaluation* i32 i32 i64
text evaluation_grade Evaluation* i32
status evaluation_vetoes Evaluation* i32 i64 i32* size size* Error*
status evaluation_trajectory Evaluation* Plan* Dataset* i32 i64 i32* f64* f64*
    size size* Error*
void evaluation_info_init EvaluationInfo*
status evaluation_get_info Evaluation* EvaluationInfo* Error*
void finding_init Finding*
size evaluation_finding_count Evaluation*
status evaluation_get_finding Evaluation* size Finding* Error*
void owner_init Owner*
size evaluation_owner_count Evaluation*
status evaluation_get_owner Evaluation* size i32 Owner* Error*
status evaluation_explain Evaluation* Plan* Dataset* i32 i32 i32 char* size
    size* Error*
status problem_format Problem* char* size size* Error*
void read_options_init ReadOptions*
void table_init Table*
status read_plan text ReadOptions* Plan** Error*
status read_plan_tables Table* size ReadOptions* Plan** Error*
status read_dataset text ReadOptions* Dataset** Error*
status read_dataset_tables Table* size ReadOptions* Dataset** Error*
status read_observations Dataset* Table* size ReadOptions* Error*
status read_observations_file Dataset* text ReadOptions* Error*
void write_options_init WriteOptions*
status write_results Evaluation* WriteOptions* sink void* Error*
status write_results_buffer Evaluation* WriteOptions* char* size size* Error*
size vocabulary_count
size word_count i32
i32 word_value i32 size
text word i32 i32
text word_label i32 i32 i32
i32 word_find i32 text size
void sum_init Sum*
status sum_add Sum* f64* size Error*
status sum_merge Sum* Sum* Error*
status sum_value Sum* f64* Error*
size statistic_count
text statistic_name i32
status statistic_of i32 f64* size f64* f64* size f64* u8* Error*
status group_order i32* size size i32* size* Error*
status statistics_by i32* size f64* size f64* f64* i32* size* size f64* u8*
  Error*
status statistics_by_columns i32* size f64* size f64* size size f64* i32* size*
  size f64* u8* Error*
status quantiles i32 f64* size f64* f64* size f64* size f64* u8* Error*
status peer_scores i32 i32 f64* size f64* Error*
status ranks i32 f64* size f64* size size size i32* f64* u8* Error*
status round f64* size i32 f64* Error*
void line_init Line*
status line_fit f64* f64* size Line* Error*
status line_predict Line* f64 f64 f64* f64* f64* f64* Error*
f64 student_cdf f64 f64
f64 student_quantile f64 f64
"""

_TYPES: Dict[str, Any] = {
    "void": None, "void*": c_void_p, "text": c_char_p, "char": c_char,
    "status": c_int32, "i32": c_int32, "i64": c_int64, "u8": c_uint8,
    "size": c_size_t, "f64": c_double, "sink": _structs.Sink,
}


def _type(word: str) -> Any:
    """The ctypes type that a word stands for."""
    if word in _TYPES:
        return _TYPES[word]
    if word.endswith("*"):
        return POINTER(_type(word[:-1]))
    return getattr(_structs, word)


def prototypes() -> Dict[str, Tuple[Any, List[Any]]]:
    """Each function's name, the type it returns and those it takes."""
    found = {}
    for line in re.sub(r"\n +", " ", _PROTOTYPES).split("\n"):
        if line:
            returns, name, *takes = line.split()
            found["attain_" + name] = (_type(returns),
                                       [_type(word) for word in takes])
    return found
