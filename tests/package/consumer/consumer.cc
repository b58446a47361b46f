// A mean, from C++.
#include <attain.h>

#include <iostream>
#include <vector>

int main() {
    std::vector<double> values;
    values.push_back(1);
    values.push_back(2);
    values.push_back(6);
    double mean = 0;
    attain_error err;
    attain_status status =
        attain_statistic_of(ATTAIN_STATISTIC_MEAN, NULL, 0, &values[0], NULL,
                            values.size(), &mean, NULL, &err);
    std::cout << "attain " << attain_version() << ": mean " << mean << "\n";
    return status == ATTAIN_OK && mean == 3 ? 0 : 1;
}
