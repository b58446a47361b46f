/* Defaults of the structs that the getters fill. */
#include "attain/evaluate.h"

#include <math.h>
#include <string.h>

void attain_node_init(attain_node *node) {
    if (node == NULL)
        return;
    memset(node, 0, sizeof *node);
    node->struct_size = sizeof *node;
    node->weight = node->lower = node->upper = NAN;
    node->parent = -1;
    node->method = -1;
}

void attain_evaluation_unit_init(attain_evaluation_unit *unit) {
    if (unit == NULL)
        return;
    memset(unit, 0, sizeof *unit);
    unit->struct_size = sizeof *unit;
    unit->parent = -1;
}

void attain_evaluation_info_init(attain_evaluation_info *info) {
    if (info == NULL)
        return;
    memset(info, 0, sizeof *info);
    info->struct_size = sizeof *info;
}

void attain_finding_init(attain_finding *finding) {
    if (finding == NULL)
        return;
    memset(finding, 0, sizeof *finding);
    finding->struct_size = sizeof *finding;
    finding->node = -1;
    finding->unit = -1;
    finding->period = ATTAIN_PERIOD_NONE;
}

void attain_owner_init(attain_owner *owner) {
    if (owner == NULL)
        return;
    memset(owner, 0, sizeof *owner);
    owner->struct_size = sizeof *owner;
    owner->attainment = NAN;
}
