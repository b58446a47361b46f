/* Variables as resources: what a unit costs, and in what steps it comes. */
#ifndef ATTAIN_IMPROVE_RESOURCE_H
#define ATTAIN_IMPROVE_RESOURCE_H

#include "improve/asking.h"

/* Takes the resources and the weight of the options. */
attain_status attain_i_resources_take(attain_i_asking *asking,
                                      attain_error *err);

#endif
