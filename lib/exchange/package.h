/* A folder's tables as a Frictionless data package: what its descriptor,
 * datapackage.json, says of them (datapackage.org, versions 1 and 2). */
#ifndef ATTAIN_EXCHANGE_PACKAGE_H
#define ATTAIN_EXCHANGE_PACKAGE_H

#include "exchange/table.h"
#include "exchange/write.h"

/* Reads the header of a table, and, where there is an outlet, writes the
 * package's resource of it. Problems are told to the reader; false without
 * memory. */
int attain_i_package_resource(attain_i_reader *reader,
                              const attain_i_sources *sources,
                              const attain_i_table_source *source,
                              attain_i_outlet *outlet);
/* True for every table of a plan or of a dataset. */
int attain_i_package_wants(const char *base);

#endif
