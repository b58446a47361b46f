/* Data in which every kind of check finds something. */
#ifndef ATTAIN_TESTS_EVERYTHING_WRONG_H
#define ATTAIN_TESTS_EVERYTHING_WRONG_H

#include "quality/assess.h"

static const char everything_units[] =
    "id,name,level,parent,stage,opened,closed\nc,C,county,,,,\n"
    "s1,One,school,c,primary,,\ns2,Two,school,c,primary,,\n"
    "s3,Three,school,c,primary,,2024\ns4,Four,school,c,primary,,\n"
    "s5,Five,school,c,primary,,\ns6,Six,school,c,primary,,\n"
    "s7,Seven,school,c,primary,,\ns8,Eight,school,c,primary,,\n"
    "s9,Nine,school,c,primary,,\nsA,Nine,school,c,primary,,\n"
    "sB,Lost,school,,primary,,\n";

/* Lines in any order, after the head. */
static const char *const everything_lines[] = {
    "s1,2023,40,100,1,2,3,4",     "s1,2024,41,100,1,2,3,4",
    "s1,2025,410000,100,5,6,7,8", "s2,2023,40,100,1.5,2,3,4",
    "s2,2024,0,100,1,2,3,5",      "s2,2025,44,100,2,2,3,4",
    "s3,2025,45,100,1,2,3,4",     "s4,2025,46,0,1,9,3,4",
    "s5,2025,47,100,-1,2,3,4",    "s6,2025,48,100,1,3,3,4",
    "s7,2025,49,100,1,4,3,4",     "s8,2025,50,100,1,5,3,4",
    "s9,2025,51,100,7,7,3,4",     "sA,2025,51,100,7,7,3,4",
    "c,2025,1000,,,,,",           "c,2060,1000,2,,,,",
    "sB,2023,600,700,5,5,5,5",    "sB,2024,600,700,5,5,5,5",
    "s8,2023,100,200,1,5,3,4",    "s8,2024,101,200,2,5,3,4",
    "s8,2022,102,200,1,5,3,4",    "s8,2021,900,200,1,5,3,4",
};

enum { EVERYTHING_LINES = sizeof everything_lines / sizeof *everything_lines };

static const char everything_head[] = "unit,period,x,y,a,b,d,e\n";

static const char everything_checks[] =
    "id,kind,severity,variable,parts,level,low,high,advice\n"
    "r,range,warning,b,,,0,8,\nw,whole,info,a,,,,,no halves\n"
    "p,parts,warning,d,e;-a,,,,\nu,units,error,x,,school,,,\n"
    "o,share,error,a,b;d,,,,\n";

/* `order` of the lines; NULL: as they stand. */
static inline assessed everything_read(const size_t *order) {
    static char text[4096];
    strcpy(text, everything_head);
    for (size_t i = 0; i < EVERYTHING_LINES; i++) {
        strcat(text, everything_lines[order == NULL ? i : order[i]]);
        strcat(text, "\n");
    }
    return assess_read((assess_tables){.units = everything_units,
                                       .observations = text,
                                       .checks = everything_checks});
}

#endif
