/* A plan and a dataset that use everything: each series, comparator, score,
 * kind of metric, level, aggregate and rule, with gaps, closed schools, parts
 * of a school, evaluator groups, path points, bands and vetoes. */
#ifndef ATTAIN_TESTS_EVERYTHING_H
#define ATTAIN_TESTS_EVERYTHING_H

#include "evaluate/judge.h"

static const judge_tables everything = {
    .plan = "veto_grade,poor\nmissing,zero\n",
    .goals = "id,name,parent,level,share,weight,aggregate,rule,at_least,floor,"
             "unit_weight,owner\n"
             "R,Root,,,,,,,,,,\n"
             "A,Access,R,,,2,geometric,any,,,,First\n"
             "B,Schools,R,school,0.5,1,harmonic,at_least,1,0.5,n,Second\n"
             "C,Towns,R,township,,0.3,min,,,,,\n"
             "D,Inner,B,,,1,median,,,,,\nE,Empty,R,,,1,,,,,,\n",
    .metrics =
        "id,name,numerator,denominator,factor,unit,decimals,across,level,stage,"
        "tags,min_coverage,direction\n"
        "x,X,x,,,,1,,,,,,\nr,R,x;-y,n,100,%,,,,,,,\n"
        "tot,T,x,n,100,,,total,,,,0.5,\nmea,M,@r,,,,,mean,,primary,,0.3,\n"
        "med,M,x,n,,,,median,,,,0.3,\nmin,M,x,,,,,min,,,rural,0.3,\n"
        "max,M,x,,,,,max,,,,0.3,\ncou,C,,,,,,count,,,,,\n"
        "cv,C,x,n,,,,cv,,,,0.3,down\ngin,G,x,n,,,,gini,,,,0.3,down\n"
        "the,T,x,,,,,theil,,,,0.3,down\nlan,L,land,,,,,,,,,,\n"
        "rat,R,rating,,,,,,,,,,\nrap,R,rating[p],,,,,,,,,,\n"
        "com,C,@cv;@gin,,0.5,,,,,,,,down\nno,N,nowhere,,,,,,,,,,\n",
    .targets =
        "id,goal,metric,name,series,comparator,value,upper,tolerance,when,"
        "level,share,unit_weight,baseline,baseline_period,score,bad,good,"
        "steps,judge,weight,veto,owner\n"
        "t1,A,tot,T,level,at_least,96,,,at_due,,,,90,2020,,,,,full,1,,One\n"
        "t2,A,x,T,change,at_most,-0.5,,,every_period,school,0.5,n,,2020,,,,,,1,"
        ",Two\n"
        "t3,A,x,T,growth,at_least,0.05,,,hold,school,,,,2020,,,,,,0.5,,\n"
        "t4,A,x,T,cumulative,at_least,30,,,,school,,,,,,,,,,1,,One\n"
        "t5,A,cv,T,level,at_most,0.3,,,,,,,,,efficacy,1,0.1,,,1,,\n"
        "t6,A,gin,T,level,below,0.4,,,,,,,,,,,,,,1,,\n"
        "t7,A,the,T,level,between,0,0.2,,,,,,0.5,2020,,,,,,1,,\n"
        "t8,A,com,T,level,about,0.3,,0.1,,,,,,,pass,,,,,1,,\n"
        "t9,A,rat,T,level,none,,,,,,,,,,steps,,,0:0;3:0.5;4:1,,1,,\n"
        "u1,B,x,T,level,at_least,5,,,,,,,,,minmax,,,,,1,,Two\n"
        "u2,B,x,T,level,at_least,5,,,every_period,,,,,,zscore,,,,,1,,\n"
        "u3,D,r,T,since_baseline,at_least,1,,,,,,,,2020,,,,,,1,,\n"
        "u4,D,x,T,growth_since_baseline,above,0.1,,,,,,,,2020,,,,,,1,,\n"
        "u5,D,x,T,level,at_least,5.05,,,,,,,,,rank,,,,rounded,1,,\n"
        "u6,B,lan,T,level,at_least,20,,,,,,,,,percentile,,,,,1,,\n"
        "u7,B,x,T,level,at_least,3,,,,,,,,,pass,,,,,0,yes,\n"
        "v1,C,mea,T,level,at_least,50,,,,,,,,,,,,,,1,,\n"
        "v2,C,med,T,level,at_least,0.5,,,,,,,,,,,,,,1,,\n"
        "v3,C,min,T,level,at_least,2,,,hold,,,,,,,,,,,1,,\n"
        "v4,C,max,T,level,at_most,9,,,,,,,,,,,,,,1,yes,\n"
        "v5,C,cou,T,level,at_least,2,,,,,,,,,,,,,,1,,\n"
        "v6,C,no,T,level,at_least,2,,,,,,,,,,,,,,1,,\n"
        "w1,R,rap,T,level,at_least,4,,,,,,,,,,,,,,1,yes,\n"
        "w2,R,x,T,level,at_least,4,,,,hamlet,,,,,,,,,,1,,\n",
    .path = "target,period,value\nt1,2022,92\nt1,2023,93\n",
    .bands = "name,from\ngood,80\nfair,60\npoor,0\n",
    .groups = "id,name,weight\np,Pupils,2\nq,Parents,1\n",
    .units = "id,name,level,parent,stage,tags,opened,closed\n"
             "c,C,county,,,,,\nv,V,township,c,,,,\nw,W,township,c,,,,\n"
             "a,A,school,v,primary,rural,,\nb,B,school,v,junior,rural,2022,\n"
             "d,D,school,w,primary,,,2023\nk,K,complex,w,,,,\n"
             "e,E,school,k,primary,,,\nf,F,school,k,junior,rural,,\n",
    .variables = "id,name,shared\nx,X,no\ny,Y,no\nn,N,no\nland,L,yes\n"
                 "rating,R,no\n",
    .stages = "stage,weight,enrolment\nprimary,1,n\njunior,1.1,n\n",
    .observations =
        "unit,period,variable,value,group\n"
        "a,2020,x,5,\na,2021,x,4.5,\na,2022,x,5,\na,2023,x,6,\n"
        "b,2022,x,7,\nb,2023,x,7.35,\nd,2020,x,3,\nd,2021,x,2,\n"
        "d,2022,x,2.5,\ne,2020,x,9,\ne,2021,x,8.5,\ne,2022,x,8,\n"
        "e,2023,x,7.5,\nf,2021,x,1,\nf,2023,x,2,\na,2023,y,1,\n"
        "a,2020,y,1,\nb,2023,y,0,\ne,2023,y,2,\nf,2023,y,1,\n"
        "a,2020,n,8,\na,2021,n,8,\na,2022,n,9,\na,2023,n,10,\n"
        "b,2022,n,9,\nb,2023,n,11,\ne,2023,n,12,\nf,2023,n,0,\n"
        "e,2022,n,12,\nf,2022,n,4,\nk,2023,land,100,\nk,2022,land,80,\n"
        "a,2023,land,30,\nc,2022,rating,4,p\nc,2022,rating,2,q\n"
        "c,2023,rating,3.5,p\nc,2023,rating,4,q\nc,2023,x,4,\n",
};

/* The results as CSV, owned by caller, release with free(). */
static inline char *everything_results(const attain_evaluation *ev) {
    size_t count = 0;
    assert_int_equal(
        attain_write_results_buffer(ev, NULL, NULL, 0, &count, NULL),
        ATTAIN_OK);
    char *text = malloc(count + 1);
    assert_non_null(text);
    assert_int_equal(
        attain_write_results_buffer(ev, NULL, text, count + 1, &count, NULL),
        ATTAIN_OK);
    return text;
}

#endif
