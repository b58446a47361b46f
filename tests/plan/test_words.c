/* The vocabulary covers its enumerations, and no word is empty or said twice.
 */
#include "support/support.h"

#include "plan/model.h"

static void assert_words(const attain_i_word *words, int32_t count,
                         int32_t without_word) {
    int32_t found = 0;
    for (; words[found].word != NULL; found++) {
        const attain_i_word *word = &words[found];
        assert_int_equal(word->value, found);
        assert_true((word->word[0] == '\0') == (found == without_word));
        assert_true(word->en[0] != '\0');
        assert_true((unsigned char)word->zh[0] >= 0xe4);
        for (int32_t i = 0; i < found; i++) {
            assert_string_not_equal(words[i].word, word->word);
            assert_string_not_equal(words[i].en, word->en);
            assert_string_not_equal(words[i].zh, word->zh);
        }
    }
    assert_int_equal(found, count);
}

static void words_cover_each_enumeration(void **state) {
    (void)state;
    assert_words(attain_i_words_series, 6, -1);
    assert_words(attain_i_words_comparator, 7, -1);
    assert_words(attain_i_words_when, 3, -1);
    assert_words(attain_i_words_score, 12, ATTAIN_SCORE_DEFAULT);
    assert_words(attain_i_words_judge, 2, -1);
    assert_words(attain_i_words_aggregate, 5, -1);
    assert_words(attain_i_words_rule, 3, -1);
    assert_words(attain_i_words_missing, 3, -1);
    assert_words(attain_i_words_across, 11, -1);
    assert_words(attain_i_words_direction, 2, -1);
}

static void words_are_those_of_the_tables(void **state) {
    (void)state;
    assert_string_equal(attain_i_words_comparator[0].word, "at_least");
    assert_string_equal(attain_i_words_comparator[0].zh, "不低于");
    assert_string_equal(attain_i_words_when[2].word, "hold");
    assert_string_equal(attain_i_words_when[2].zh, "巩固");
    assert_string_equal(attain_i_words_score[3].word, "efficacy");
    assert_string_equal(attain_i_words_score[3].zh, "功效系数");
    assert_string_equal(attain_i_words_across[7].zh, "差异系数");
    assert_string_equal(attain_i_words_missing[0].word, "renormalise");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_cover_each_enumeration),
        cmocka_unit_test(words_are_those_of_the_tables)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
