// Judges a plan from its tables, in C++: handles that destroy themselves, and
// exceptions for errors. What it does is told in ../judge_goal.c.
#include <attain.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

// Destroys a handle; one functor serves the three kinds.
struct destroy {
    void operator()(attain_plan *p) const { attain_plan_destroy(p); }
    void operator()(attain_dataset *d) const { attain_dataset_destroy(d); }
    void operator()(attain_evaluation *e) const {
        attain_evaluation_destroy(e);
    }
};

template <typename T> using handle = std::unique_ptr<T, destroy>;

// Calls what makes a handle: make<T>(function, inputs...).
template <typename T, typename Function, typename... Inputs>
handle<T> make(Function function, Inputs... inputs) {
    T *out = nullptr;
    attain_error err = {};
    if (function(inputs..., &out, &err) != ATTAIN_OK) {
        throw std::runtime_error(err.message);
    }
    return handle<T>(out);
}

void print_goal(const attain_evaluation *ev, const std::string &goal) {
    int32_t parent =
        attain_evaluation_find_node(ev, goal.data(), goal.size());
    int32_t count = static_cast<int32_t>(attain_evaluation_node_count(ev));
    std::printf("%.1f of 100\n",
                attain_evaluation_value(ev, ATTAIN_MEASURE_SCORE, 0, 0));
    for (int32_t i = 0; i < count; i++) {
        attain_node node;
        attain_node_init(&node);
        attain_evaluation_get_node(ev, i, &node, nullptr);
        if (node.kind == ATTAIN_KIND_TARGET && node.parent == parent) {
            double verdict =
                attain_evaluation_value(ev, ATTAIN_MEASURE_VERDICT, i, 0);
            std::printf("%s %s %s\n", node.id,
                        attain_word(ATTAIN_VOCABULARY_VERDICT,
                                    static_cast<int32_t>(verdict)),
                        node.name);
        }
    }
}

} // namespace

int main(int argc, char **argv) try {
    if (argc != 4) {
        std::fprintf(stderr, "usage: judge_goal PLAN DATA GOAL\n");
        return 2;
    }
    auto plan = make<attain_plan>(attain_read_plan, argv[1], nullptr);
    auto data = make<attain_dataset>(attain_read_dataset, argv[2], nullptr);
    auto ev = make<attain_evaluation>(attain_evaluate, plan.get(), data.get(),
                                      nullptr);
    print_goal(ev.get(), argv[3]);
} catch (const std::exception &error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
