// schemas/ehc-plan.xsd is what the field table says today. EHC_UPDATE_GOLDEN=1 writes it anew, and fails.
#include "support/golden.hpp"

#include "read/xsd.hpp"

TEST_CASE("the schema that is checked in is the one that the field table gives") {
    ehc::test::check_golden("../schemas/ehc-plan.xsd", ehc::read::write_plan_schema());
}
