/* How each department stands (rulings A110). */
#include "evaluate/judge.h"

static judge sample(void) {
    return judge_begin((judge_tables){
        .goals = "id,name,parent,owner\ng,G,,Goals\nh,H,g,\n",
        .targets = "id,goal,metric,name,comparator,value,weight,owner,level\n"
                   "a,g,m,T,at_least,10,1,Roads,\n"
                   "b,g,m,T,at_least,5,3,,\n"
                   "d,h,m,T,at_least,20,3,Roads,\n"
                   "e,h,n,T,at_least,10,1,Roads,\n"
                   "f,h,m,T,none,,1,Roads,\n"
                   "i,h,n,T,at_least,10,1,Water,\n"
                   "k,h,m,T,at_least,4,1,Water,school\n"
                   "l,h,m,T,at_least,10,0,Zero,\n",
        .metrics = "id,name,numerator\nm,M,x\nn,N,y\n",
        .units = "id,name,level,parent\nc,C,county,\ns,S,school,c\n",
        .observations = "unit,period,x,y\nc,2025,5,\ns,2025,4,\n"});
}

static attain_owner owner_at(const judge *made, size_t index,
                             const char *unit) {
    attain_owner owner;
    attain_owner_init(&owner);
    assert_int_equal(attain_evaluation_get_owner(
                         made->ev, index, judge_unit(made, unit), &owner, NULL),
                     ATTAIN_OK);
    return owner;
}

/* In the order in which targets first name them; goals' owners are not. */
static void owners_stand_in_order(void **state) {
    static const char *const names[] = {"Roads", "", "Water", "Zero"};
    judge made = sample();
    (void)state;
    assert_int_equal(attain_evaluation_owner_count(NULL), 0);
    assert_int_equal(attain_evaluation_owner_count(made.ev), 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(owner_at(&made, i, "c").owner, names[i]);
    judge_end(&made);
}

/* Roads: 0.5 with weight 1 and 0.25 with weight 3; e unknown, f only watched.
 */
static void owner_sums_up_its_targets(void **state) {
    judge made = sample();
    (void)state;
    attain_owner owner = owner_at(&made, 0, "c");
    assert_int_equal(owner.targets, 3);
    assert_int_equal(owner.met, 0);
    assert_int_equal(owner.unknown, 1);
    assert_close(owner.attainment, 1.25 / 4, 1e-12);
    owner = owner_at(&made, 1, "c");
    assert_int_equal(owner.targets, 1);
    assert_int_equal(owner.met, 1);
    assert_same(owner.attainment, 1);
    judge_end(&made);
}

/* At the county a target judged at schools counts by its whole. */
static void owner_at_each_unit(void **state) {
    judge made = sample();
    (void)state;
    attain_owner owner = owner_at(&made, 2, "c");
    assert_int_equal(owner.targets, 2);
    assert_int_equal(owner.met, 1);
    assert_int_equal(owner.unknown, 1);
    assert_same(owner.attainment, 1);
    owner = owner_at(&made, 2, "s");
    assert_int_equal(owner.targets, 1);
    assert_int_equal(owner.met, 1);
    owner = owner_at(&made, 0, "s");
    assert_int_equal(owner.targets, 0);
    assert_same(owner.attainment, (double)NAN);
    /* Weight 0 counts, but has no attainment. */
    owner = owner_at(&made, 3, "c");
    assert_int_equal(owner.targets, 1);
    assert_same(owner.attainment, (double)NAN);
    judge_end(&made);
}

static void owner_refuses(void **state) {
    judge made = sample();
    attain_owner owner;
    attain_error err;
    (void)state;
    attain_owner_init(NULL);
    attain_owner_init(&owner);
    assert_int_equal(owner.struct_size, sizeof owner);
    assert_int_equal(attain_evaluation_get_owner(made.ev, 4, 0, &owner, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_get_owner(made.ev, 0, 2, &owner, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_get_owner(made.ev, 0, -1, &owner, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_get_owner(NULL, 0, 0, &owner, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_get_owner(made.ev, 0, 0, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    owner.struct_size = 4;
    assert_int_equal(attain_evaluation_get_owner(made.ev, 0, 0, &owner, &err),
                     ATTAIN_ERR_STRUCT);
    owner.struct_size = sizeof owner + 8;
    assert_int_equal(attain_evaluation_get_owner(made.ev, 0, 0, &owner, &err),
                     ATTAIN_ERR_STRUCT);
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(owners_stand_in_order),
        cmocka_unit_test(owner_sums_up_its_targets),
        cmocka_unit_test(owner_at_each_unit), cmocka_unit_test(owner_refuses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
