#include "read/label_words.hpp"

#include <algorithm>
#include <array>

namespace ehc::read {

namespace {

struct LabelWords {
    std::string_view phrase;
    Asks asks;
};

// As forms write them; the words for the child ("child's", "young person's", "my", "the") are taken out on both sides.
constexpr LabelWords label_words[] = {
    {"name", Asks::person_name}, {"full name", Asks::person_name}, {"name of child", Asks::child_name}, {"legal name", Asks::child_name},
    {"full legal name", Asks::child_name}, {"full name is", Asks::child_name}, {"name is", Asks::child_name}, {"this plan is for", Asks::child_name},
    {"this is plan of", Asks::child_name}, {"in respect of", Asks::child_name}, {"plan for", Asks::child_name}, {"ehc plan for", Asks::child_name},
    {"given names", Asks::given_names}, {"given name", Asks::given_names}, {"forename", Asks::given_names}, {"forenames", Asks::given_names},
    {"first name", Asks::given_names}, {"first names", Asks::given_names}, {"legal forename", Asks::given_names}, {"forename s", Asks::given_names},
    {"family name", Asks::family_name}, {"surname", Asks::family_name}, {"last name", Asks::family_name}, {"legal surname", Asks::family_name},
    {"middle name", Asks::other}, {"middle names", Asks::other}, {"other names", Asks::other_names}, {"other name", Asks::other_names},
    {"i live with", Asks::other}, {"lives with", Asks::other}, {"who i live with", Asks::other}, {"people i live with", Asks::other},
    {"i like to be known as", Asks::known_as}, {"like to be known as", Asks::known_as}, {"likes to be known as", Asks::known_as},
    {"known as", Asks::known_as}, {"preferred name", Asks::known_as}, {"likes to be called", Asks::known_as}, {"i like to be called", Asks::known_as},
    {"preferred forename", Asks::known_as}, {"nickname", Asks::known_as},
    {"date of birth", Asks::birth_date}, {"dob", Asks::birth_date}, {"d o b", Asks::birth_date}, {"i was born on", Asks::birth_date},
    {"birth date", Asks::birth_date}, {"date of birth dob", Asks::birth_date}, {"born", Asks::birth_date},
    {"pronouns", Asks::pronouns}, {"preferred pronouns", Asks::pronouns},
    {"year group", Asks::year_group}, {"year", Asks::year_group}, {"school year", Asks::year_group}, {"nc year", Asks::year_group},
    {"ncy", Asks::year_group}, {"national curriculum year", Asks::year_group}, {"nc year group", Asks::year_group},
    {"national curriculum year group", Asks::year_group}, {"current year group", Asks::year_group}, {"chronological year group", Asks::year_group},
    {"academic year group", Asks::year_group}, {"ncy educated in", Asks::other}, {"offset year group", Asks::other},
    {"upn", Asks::upn}, {"upn no", Asks::upn}, {"upn number", Asks::upn}, {"unique pupil no", Asks::upn}, {"unique pupil number", Asks::upn}, {"up number", Asks::upn},
    {"unique pupil number upn", Asks::upn},
    {"nhs no", Asks::nhs_number}, {"nhs number", Asks::nhs_number}, {"nhs", Asks::nhs_number},
    {"home language", Asks::first_language}, {"first language", Asks::first_language}, {"main language", Asks::first_language},
    {"language", Asks::first_language}, {"language spoken at home", Asks::first_language}, {"home language s", Asks::first_language},
    {"first language spoken", Asks::first_language}, {"language or method of communication", Asks::first_language},
    {"home first language", Asks::first_language},
    {"looked after", Asks::looked_after}, {"looked after child", Asks::looked_after}, {"in care", Asks::looked_after},
    {"currently a looked after child", Asks::looked_after}, {"looked after by a local authority", Asks::looked_after}, {"child in care", Asks::looked_after},
    {"is looked after", Asks::looked_after}, {"is a looked after child", Asks::looked_after}, {"lac", Asks::looked_after}, {"cla", Asks::looked_after},
    {"has been a looked after child", Asks::other},
    {"parent", Asks::parent_name}, {"parents", Asks::parent_name}, {"carer", Asks::parent_name}, {"parent carer", Asks::parent_name},
    {"parents carers", Asks::parent_name}, {"parent s", Asks::parent_name}, {"parent carers", Asks::parent_name}, {"parent or carer", Asks::parent_name}, {"parents or carers", Asks::parent_name},
    {"parents or guardian", Asks::parent_name}, {"guardian", Asks::parent_name}, {"mother", Asks::parent_name}, {"father", Asks::parent_name},
    {"mother's name", Asks::parent_name}, {"father's name", Asks::parent_name}, {"name of parent", Asks::parent_name},
    {"name of parents", Asks::parent_name}, {"name s of parent s", Asks::parent_name}, {"parent's name", Asks::parent_name}, {"parents name", Asks::parent_name},
    {"parents' names", Asks::parent_name}, {"parent name", Asks::parent_name}, {"parent carer name", Asks::parent_name}, {"parents names", Asks::parent_name},
    {"name of parent carer", Asks::parent_name}, {"name s of parent s carer s", Asks::parent_name}, {"parent carer s", Asks::parent_name}, {"parent s carer s", Asks::parent_name},
    {"parent or person responsible", Asks::parent_name}, {"person s with parental responsibility", Asks::parent_name},
    {"persons with parental responsibility", Asks::parent_name}, {"person with parental responsibility", Asks::parent_name},
    {"people with parental responsibility", Asks::parent_name}, {"main contact", Asks::parent_name}, {"title and surname", Asks::person_name},
    {"people who look after me", Asks::parent_name}, {"who looks after me", Asks::parent_name}, {"people who care for me", Asks::parent_name}, {"mum", Asks::parent_name}, {"dad", Asks::parent_name}, {"mum and dad", Asks::parent_name}, {"mum dad", Asks::parent_name},
    {"carers", Asks::parent_name}, {"foster carer", Asks::parent_name}, {"foster carers", Asks::parent_name}, {"foster carer s", Asks::parent_name},
    {"corporate parent", Asks::parent_name}, {"name of parent s", Asks::parent_name}, {"parental responsibility held by", Asks::parent_name},
    {"relationship", Asks::relationship}, {"relationship to", Asks::relationship}, {"relationship to child", Asks::relationship}, {"parental responsibility", Asks::other},
    {"educational setting", Asks::setting}, {"education setting", Asks::setting}, {"current school", Asks::setting}, {"current school setting", Asks::setting}, {"school", Asks::setting},
    {"setting", Asks::setting}, {"college", Asks::setting}, {"nursery", Asks::setting}, {"school setting", Asks::setting}, {"setting school college", Asks::setting},
    {"school setting college", Asks::setting}, {"school college", Asks::setting}, {"current setting", Asks::setting}, {"current setting school college", Asks::setting},
    {"current school college", Asks::setting}, {"current educational setting", Asks::setting}, {"current education setting", Asks::setting},
    {"current placement", Asks::setting}, {"name of school", Asks::setting}, {"name of setting", Asks::setting}, {"school name", Asks::setting},
    {"name of current school", Asks::setting}, {"name of school setting", Asks::setting}, {"school attended", Asks::setting}, {"setting attended", Asks::setting},
    {"educational placement", Asks::setting}, {"education placement", Asks::setting}, {"educational placement during assessment", Asks::setting},
    {"current school or setting", Asks::setting}, {"current educational placement", Asks::setting}, {"current education provider", Asks::setting}, {"education provider", Asks::setting},
    {"placement", Asks::setting}, {"school or college", Asks::setting}, {"school or setting", Asks::setting}, {"early years setting", Asks::setting}, {"school or other setting", Asks::setting},
    {"educational placement named in this ehc plan", Asks::named_placement}, {"placement named in this plan", Asks::named_placement},
    {"plan number", Asks::plan_id}, {"ehc plan number", Asks::plan_id}, {"ehcp number", Asks::plan_id}, {"ehc plan ref no", Asks::plan_id}, {"ehc plan reference", Asks::plan_id},
    {"ehcp reference", Asks::plan_id}, {"plan reference", Asks::plan_id}, {"plan ref", Asks::plan_id}, {"document reference", Asks::plan_id},
    {"plan id", Asks::plan_id}, {"ehcp no", Asks::plan_id}, {"ehc plan ref", Asks::plan_id}, {"ehcp ref", Asks::plan_id}, {"reference", Asks::plan_id}, {"our ref", Asks::plan_id},
    {"reference number", Asks::plan_id},
    {"local authority", Asks::authority}, {"authority", Asks::authority}, {"council", Asks::authority}, {"council is", Asks::authority}, {"la", Asks::authority}, {"responsible local authority", Asks::authority},
    {"maintaining local authority", Asks::authority}, {"name of local authority", Asks::authority}, {"home local authority", Asks::authority},
    {"version", Asks::version}, {"version number", Asks::version}, {"version no", Asks::version}, {"plan version", Asks::version},
    {"status", Asks::status}, {"plan", Asks::status}, {"plan status", Asks::status}, {"status of plan", Asks::status}, {"status of this plan", Asks::status}, {"final or draft plan", Asks::status},
    {"draft or final plan", Asks::status}, {"draft or final", Asks::status}, {"final or draft", Asks::status}, {"ehc plan status", Asks::status}, {"type of plan", Asks::status}, {"plan type", Asks::status},
    {"ehcp status", Asks::status}, {"stage", Asks::status}, {"document status", Asks::status}, {"status of document", Asks::status}, {"document type", Asks::status}, {"type of document", Asks::status}, {"this is", Asks::status}, {"previous status", Asks::other},
    {"date of plan", Asks::plan_date}, {"date of this plan", Asks::plan_date}, {"plan date", Asks::plan_date}, {"date of ehc plan", Asks::plan_date},
    {"date of ehcp", Asks::plan_date}, {"date plan agreed", Asks::plan_date}, {"date ehc plan agreed", Asks::plan_date}, {"date completed", Asks::plan_date}, {"date plan completed", Asks::plan_date}, {"ehc plan date", Asks::plan_date},
    {"date of this ehc plan", Asks::plan_date}, {"date of issue", Asks::plan_date}, {"date issued", Asks::plan_date}, {"issue date", Asks::plan_date}, {"issued", Asks::plan_date},
    {"date plan issued", Asks::plan_date}, {"date of education health and care plan", Asks::plan_date}, {"plan issued", Asks::plan_date}, {"plan issued on", Asks::plan_date},
    {"date this plan was made", Asks::plan_date}, {"date plan made", Asks::plan_date}, {"date ehcp issued", Asks::plan_date}, {"date ehc plan issued", Asks::plan_date}, {"date of current ehc plan", Asks::plan_date}, {"revised", Asks::plan_date},
    {"date of current plan", Asks::plan_date}, {"this version", Asks::plan_date}, {"date of this version", Asks::plan_date}, {"version date", Asks::plan_date}, {"date of version", Asks::plan_date},
    {"date of draft ehc plan", Asks::draft_date}, {"date of draft plan", Asks::draft_date}, {"date of draft", Asks::draft_date}, {"draft", Asks::draft_date}, {"draft sent", Asks::draft_date}, {"draft sent to parents", Asks::draft_date}, {"proposed plan sent", Asks::draft_date}, {"proposed plan sent to parents", Asks::draft_date}, {"draft plan sent to parents", Asks::draft_date}, {"draft plan", Asks::draft_date}, {"draft ehc plan", Asks::draft_date}, {"draft plan date", Asks::draft_date}, {"date draft issued", Asks::draft_date},
    {"date draft sent", Asks::draft_date}, {"date draft plan sent", Asks::draft_date}, {"draft issued", Asks::draft_date}, {"draft date", Asks::draft_date}, {"date draft plan issued", Asks::draft_date},
    {"date of draft ehcp", Asks::draft_date}, {"date of proposed plan", Asks::draft_date}, {"draft plan issued", Asks::draft_date}, {"draft plan sent", Asks::draft_date}, {"date of draft amended plan", Asks::draft_date},
    {"date of proposed amended plan", Asks::draft_date},
    {"date of final ehc plan", Asks::final_date}, {"date of final plan", Asks::final_date}, {"date of final", Asks::final_date}, {"final plan", Asks::final_date}, {"final ehc plan", Asks::final_date}, {"final ehcp", Asks::final_date}, {"final plan dated", Asks::final_date}, {"final plan date", Asks::final_date}, {"date final plan issued", Asks::final_date},
    {"date final issued", Asks::final_date}, {"final plan issued", Asks::final_date}, {"final plan issued on", Asks::final_date}, {"final issued", Asks::final_date}, {"date of final ehcp", Asks::final_date}, {"date finalised", Asks::final_date},
    {"date plan finalised", Asks::final_date}, {"final date", Asks::final_date}, {"date of issue of final plan", Asks::final_date}, {"date of issue of final ehc plan", Asks::final_date}, {"date of final issue", Asks::final_date}, {"final ehc plan date", Asks::final_date},
    {"final ehc plan issued", Asks::final_date}, {"date final ehc plan issued", Asks::final_date}, {"finalised", Asks::final_date},
    {"date of issue of first ehc plan", Asks::first_date}, {"date of initial ehc plan", Asks::first_date}, {"date of initial plan", Asks::first_date}, {"date of initial plan statement", Asks::first_date},
    {"date original ehcp issued", Asks::first_date}, {"date of original ehc plan", Asks::first_date}, {"date of original plan", Asks::first_date}, {"date of first plan", Asks::first_date}, {"date of first ehc plan", Asks::first_date},
    {"date first plan issued", Asks::first_date}, {"date of first ehcp", Asks::first_date}, {"date original plan issued", Asks::first_date}, {"date first issued", Asks::first_date}, {"first issued", Asks::first_date},
    {"first plan issued", Asks::first_date}, {"plan first issued", Asks::first_date}, {"date of first final plan", Asks::first_date}, {"original plan date", Asks::first_date}, {"date of issue of first plan", Asks::first_date}, {"date initial plan issued", Asks::first_date},
    {"first final plan", Asks::first_date}, {"date plan first issued", Asks::first_date}, {"date plan first made", Asks::first_date}, {"plan first made", Asks::first_date},
    {"amended with effect from", Asks::amended_date}, {"date of amended plan", Asks::amended_date}, {"date of amended final plan", Asks::amended_date}, {"date amended", Asks::amended_date}, {"amended", Asks::amended_date},
    {"date of amendment", Asks::amended_date}, {"date of amended ehc plan", Asks::amended_date}, {"date of amended final ehc plan", Asks::amended_date}, {"amended final plan date", Asks::amended_date}, {"amended final", Asks::amended_date}, {"amended final ehc plan", Asks::amended_date}, {"amended final dated", Asks::amended_date}, {"date of final amended plan", Asks::amended_date},
    {"date of final amended ehc plan", Asks::amended_date}, {"amended final issued", Asks::amended_date}, {"amended plan issued", Asks::amended_date}, {"date amended final plan issued", Asks::amended_date}, {"amended on", Asks::amended_date},
    {"date amended plan issued", Asks::amended_date}, {"date of last amendment", Asks::amended_date}, {"amended final plan issued", Asks::amended_date}, {"date amended final issued", Asks::amended_date}, {"amended final plan", Asks::amended_date}, {"amendments", Asks::other},
    {"date of latest amendment", Asks::amended_date}, {"date plan amended", Asks::amended_date}, {"last amended", Asks::amended_date}, {"amended final date", Asks::amended_date}, {"amendment date", Asks::amended_date}, {"final amended plan issued", Asks::amended_date},
    {"date of amendment notice", Asks::notice_date}, {"amendment notice", Asks::notice_date}, {"amendment notice issued", Asks::notice_date}, {"date amendment notice sent", Asks::notice_date}, {"amendment notice sent", Asks::notice_date},
    {"date of notice of amendment", Asks::notice_date}, {"notice of amendment", Asks::notice_date}, {"date of amendment notice issued", Asks::notice_date}, {"amendment notice date", Asks::notice_date},
    {"comments by", Asks::comments_by_date}, {"comments due by", Asks::comments_by_date}, {"comments to be received by", Asks::comments_by_date}, {"representations by", Asks::comments_by_date}, {"representations due by", Asks::comments_by_date},
    {"reply by", Asks::comments_by_date}, {"please reply by", Asks::comments_by_date}, {"please respond by", Asks::comments_by_date}, {"response due by", Asks::comments_by_date}, {"responses due by", Asks::comments_by_date}, {"last day for comments", Asks::comments_by_date},
    {"date of phase transfer", Asks::transfer_date}, {"phase transfer date", Asks::transfer_date}, {"phase transfer", Asks::transfer_date}, {"date of transfer to next phase", Asks::transfer_date}, {"date of move to next phase", Asks::transfer_date}, {"next phase transfer", Asks::transfer_date},
    {"date plan transferred from another local authority", Asks::moved_in_date}, {"date plan transferred in", Asks::moved_in_date}, {"date of transfer from another local authority", Asks::moved_in_date}, {"date moved into area", Asks::moved_in_date},
    {"date of transfer from previous local authority", Asks::moved_in_date}, {"plan transferred in on", Asks::moved_in_date},
    {"exception", Asks::exception}, {"exceptions", Asks::exception}, {"exception to time limit", Asks::exception}, {"exception to 20 week time limit", Asks::exception}, {"exception recorded", Asks::exception}, {"statutory exception", Asks::exception}, {"exception applied", Asks::exception},
    {"reason for exception", Asks::exception},
    {"date of request", Asks::request_date}, {"date request received", Asks::request_date}, {"request received", Asks::request_date}, {"date of request for assessment", Asks::request_date}, {"date requested", Asks::request_date}, {"request for assessment received", Asks::request_date},
    {"date of referral", Asks::request_date}, {"date of request for ehc needs assessment", Asks::request_date}, {"date request for assessment received", Asks::request_date}, {"date assessment requested", Asks::request_date}, {"date of ehc needs assessment request", Asks::request_date}, {"request date", Asks::request_date},
    {"date of decision to assess", Asks::decision_to_assess_date}, {"decision to assess", Asks::decision_to_assess_date}, {"date of agreement to assess", Asks::decision_to_assess_date}, {"decision to assess date", Asks::decision_to_assess_date}, {"date agreed to assess", Asks::decision_to_assess_date}, {"agreement to assess", Asks::decision_to_assess_date},
    {"review date", Asks::review_date}, {"plan review date", Asks::review_date}, {"planned review date", Asks::review_date}, {"scheduled review date", Asks::review_date}, {"next planned annual review date", Asks::review_date}, {"date of next review", Asks::review_date},
    {"date this plan will be reviewed by", Asks::review_date}, {"next review date", Asks::review_date}, {"next review", Asks::review_date}, {"next annual review", Asks::review_date}, {"annual review date", Asks::review_date}, {"annual review due", Asks::review_date},
    {"review due", Asks::review_date}, {"review due by", Asks::review_date}, {"next review due", Asks::review_date}, {"next review due by", Asks::review_date}, {"date of next annual review", Asks::review_date}, {"review by", Asks::review_date}, {"review before", Asks::review_date}, {"review no later than", Asks::review_date}, {"to be reviewed by", Asks::review_date},
    {"annual review due by", Asks::review_date}, {"date of review", Asks::review_date}, {"plan to be reviewed by", Asks::review_date}, {"next annual review date", Asks::review_date}, {"next annual review due", Asks::review_date}, {"date plan to be reviewed", Asks::review_date}, {"date for review", Asks::review_date},
    {"review to be held by", Asks::review_date}, {"next annual review due by", Asks::review_date}, {"date of annual review", Asks::review_date}, {"plan will be reviewed by", Asks::review_date}, {"this plan will be reviewed by", Asks::review_date}, {"this plan will be reviewed on", Asks::review_date}, {"date next review due", Asks::review_date}, {"next review by", Asks::review_date},
    {"date of last review", Asks::last_review_date}, {"last review date", Asks::last_review_date}, {"last annual review", Asks::last_review_date}, {"date of last annual review", Asks::last_review_date}, {"last review", Asks::last_review_date}, {"date last reviewed", Asks::last_review_date}, {"date of last review meeting", Asks::last_review_date},
    {"date of last annual review meeting", Asks::last_review_date}, {"date of review meeting", Asks::last_review_date}, {"annual review meeting", Asks::last_review_date}, {"annual review meeting date", Asks::last_review_date}, {"review meeting", Asks::last_review_date}, {"date of annual review meeting", Asks::last_review_date}, {"last reviewed", Asks::last_review_date}, {"review meeting held", Asks::last_review_date}, {"date of most recent review", Asks::last_review_date}, {"most recent annual review", Asks::last_review_date}, {"date of most recent annual review", Asks::last_review_date}, {"last annual review date", Asks::last_review_date}, {"last annual review meeting", Asks::last_review_date}, {"last review meeting", Asks::last_review_date},
    {"date of this review", Asks::last_review_date},
    {"review report sent", Asks::review_report_date}, {"date review report sent", Asks::review_report_date}, {"date of review report", Asks::review_report_date},
    {"date of review decision", Asks::review_decision_date}, {"date of decision after review", Asks::review_decision_date}, {"decision after review sent", Asks::review_decision_date}, {"date of decision", Asks::review_decision_date}, {"review decision sent", Asks::review_decision_date}, {"date of decision following review", Asks::review_decision_date}, {"date review decision sent", Asks::review_decision_date}, {"review decision date", Asks::review_decision_date}, {"decision notified", Asks::review_decision_date}, {"date of decision following annual review", Asks::review_decision_date}, {"decision letter sent", Asks::review_decision_date}, {"date decision sent", Asks::review_decision_date},
    {"recommendation", Asks::review_decision}, {"recommendation of review", Asks::review_decision}, {"recommendation to local authority", Asks::review_decision}, {"review decision", Asks::review_decision}, {"outcome of last review", Asks::review_decision}, {"outcome of review", Asks::review_decision}, {"decision following review", Asks::review_decision}, {"outcome of annual review", Asks::review_decision}, {"decision", Asks::review_decision}, {"review outcome", Asks::review_decision}, {"outcome of last annual review", Asks::review_decision},
    {"signed", Asks::signature}, {"signature", Asks::signature}, {"signed on behalf of local authority", Asks::signature}, {"signed on behalf of children's services", Asks::signature}, {"signature on behalf of local authority", Asks::signature},
    {"signature of plan coordinator", Asks::signature}, {"local authority officer signature", Asks::signature}, {"signed on behalf of council", Asks::signature}, {"signed for local authority", Asks::signature}, {"signed by", Asks::signature}, {"authorised by", Asks::signature}, {"authorised signature", Asks::signature},
    {"electronically signed by", Asks::signature}, {"signed on behalf of authority", Asks::signature}, {"signed for and on behalf of local authority", Asks::signature}, {"authorising officer", Asks::signature}, {"approved by", Asks::signature},
    {"local authority officer name", Asks::officer_name}, {"name of officer", Asks::officer_name}, {"local authority officer", Asks::officer_name}, {"officer name", Asks::officer_name}, {"print name", Asks::officer_name}, {"name of local authority officer", Asks::officer_name}, {"name of signatory", Asks::officer_name}, {"name printed", Asks::officer_name}, {"name of responsible officer", Asks::officer_name}, {"la officer name", Asks::officer_name}, {"responsible officer", Asks::officer_name},
    {"designation", Asks::officer_role}, {"job title", Asks::officer_role}, {"post", Asks::officer_role}, {"post held", Asks::officer_role}, {"position", Asks::officer_role}, {"officer role", Asks::officer_role}, {"local authority officer role", Asks::officer_role}, {"local authority officer position", Asks::officer_role}, {"title", Asks::officer_role}, {"role", Asks::person_role}, {"job role", Asks::officer_role},
    {"date signed", Asks::signature_date}, {"date of signature", Asks::signature_date}, {"dated", Asks::date}, {"date", Asks::date},
    {"sex", Asks::other}, {"gender", Asks::other}, {"gender at birth", Asks::other}, {"ethnicity", Asks::other}, {"ethnic origin", Asks::other}, {"religion", Asks::other}, {"address", Asks::other}, {"home address", Asks::other},
    {"email", Asks::other}, {"email address", Asks::other}, {"telephone", Asks::other}, {"telephone number", Asks::other}, {"tel", Asks::other}, {"phone", Asks::other}, {"mobile", Asks::other}, {"contact number", Asks::other},
    {"telephone no", Asks::other}, {"postcode", Asks::other}, {"uln", Asks::other}, {"student id number", Asks::other}, {"id no", Asks::other}, {"care first no", Asks::other}, {"mosaic id", Asks::other}, {"paris number", Asks::other},
    {"social care reference", Asks::other}, {"primary need", Asks::other}, {"age", Asks::age}, {"current age", Asks::age}, {"age in years", Asks::age}, {"age at date of plan", Asks::age}, {"age at date of this plan", Asks::age}, {"age on date of plan", Asks::age}, {"contact details", Asks::other}, {"legal status", Asks::other}, {"phone number", Asks::other}, {"interpreter required", Asks::other}, {"interpreter needed", Asks::other},
    {"gp", Asks::other_person}, {"social worker", Asks::other_person}, {"lead professional", Asks::other_person}, {"ehc case worker", Asks::other_person}, {"ehc lead professional", Asks::other_person}, {"plan coordinator", Asks::other_person},
    {"plan co ordinator", Asks::other_person}, {"assessment coordinator", Asks::other_person}, {"sen officer", Asks::other_person}, {"key worker", Asks::other_person}, {"case officer", Asks::other_person}, {"caseworker", Asks::other_person}, {"senco", Asks::other_person}, {"headteacher", Asks::other_person},
    {"known to social care", Asks::other}, {"gp and key health professional", Asks::other_person}, {"ehc coordinator", Asks::other_person}, {"ehc co ordinator", Asks::other_person},
};
// Names by which a profile speaks of what a label asks for.
constexpr std::pair<std::string_view, Asks> field_names[] = {
    {"name", Asks::child_name}, {"given_names", Asks::given_names}, {"family_name", Asks::family_name}, {"known_as", Asks::known_as},
    {"date_of_birth", Asks::birth_date}, {"pronouns", Asks::pronouns}, {"year_group", Asks::year_group}, {"upn", Asks::upn},
    {"nhs_number", Asks::nhs_number}, {"first_language", Asks::first_language}, {"looked_after", Asks::looked_after},
    {"parent", Asks::parent_name}, {"relationship", Asks::relationship}, {"setting", Asks::setting}, {"plan_number", Asks::plan_id},
    {"authority", Asks::authority}, {"version", Asks::version}, {"status", Asks::status}, {"date_of_plan", Asks::plan_date},
    {"date_of_draft", Asks::draft_date}, {"date_of_final", Asks::final_date}, {"date_of_first_final", Asks::first_date},
    {"date_of_amended_final", Asks::amended_date}, {"date_of_amendment_notice", Asks::notice_date}, {"date_of_request", Asks::request_date},
    {"date_of_decision_to_assess", Asks::decision_to_assess_date}, {"next_review", Asks::review_date}, {"last_review", Asks::last_review_date},
    {"review_report_sent", Asks::review_report_date}, {"review_decision_date", Asks::review_decision_date}, {"review_decision", Asks::review_decision},
    {"officer", Asks::officer_name}, {"officer_role", Asks::officer_role}, {"date_signed", Asks::signature_date},
};
constexpr std::string_view fillers[] = {"the", "my", "child", "child's", "childs", "young", "person", "person's", "persons", "pupil", "pupil's", "student",
                                        "student's", "learner", "learner's", "or", "of", "and", "cyp", "children", "children's", "s"};
constexpr std::string_view child_words[] = {"child", "child's", "pupil", "pupil's", "student", "student's", "young", "learner", "learner's", "cyp"};
// Labels of parents have many tails: "Main contact: Parent or carer 1 (or young person ...)".
constexpr std::string_view parent_openings[] = {"parent", "parents", "parent's", "carer", "guardian", "main contact", "person s with parental", "person with parental",
                                                "persons with parental", "people with parental", "child's parents", "first parent", "second parent", "mother", "father"};
constexpr std::string_view not_a_parents_name[] = {"language", "view", "views", "email", "telephone", "phone", "address", "signature", "number", "advice", "signed", "contact details",
                                                   "mobile", "evidence", "report", "questionnaire", "date", "dated", "contribution", "comments", "consent", "wishes", "feelings", "interpreter"};

// The words of a label without brackets and without the words for the child.
std::string bare(const Words& words, WordRange range) {
    std::string kept;
    bool bracket = false;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
        if (i > range.first || range.first > 0)
            for (const char c : words.gap_before(i))
                bracket = c == '(' ? true : c == ')' ? false : bracket;
        if (bracket || std::ranges::find(fillers, words.word(i)) != std::end(fillers))
            continue;
        kept += (kept.empty() ? "" : " ") + std::string(words.word(i));
    }
    // "Parent or carer 1", "Parent 2", but not "Year 5"
    if (kept.starts_with("parent") || kept.starts_with("carer") || kept.starts_with("guardian") || kept.starts_with("main contact"))
        kept.resize(kept.find_last_not_of(" 0123456789") + 1);
    return kept;
}

// Dates of reviews and amendments are asked for in many words: "Date by which this plan will be reviewed", "The council must
// review this plan before", "Decision letter and proposed amendments sent".
constexpr std::string_view coming[] = {"next", "due", "will be", "must be", "to be", "should be", "planned", "scheduled", "by which", "must review", "will review", "by when"};
constexpr std::string_view gone[] = {"last", "previous", "held", "took place", "report", "decision", "letter", "sent", "invited", "recent", "attended", "outcome", "summary", "notes", "arrangements"};
constexpr std::uint32_t longest_open_label = 12;

// "Print name and title", "Name and role".
bool asks_name_and_post(const Words& words, WordRange range) {
    constexpr std::string_view posts[] = {"title", "role", "post", "position", "designation"};
    const bool name = words.begins("name and", range.first) || words.begins("print name and", range.first) || words.begins("printed name and", range.first) || words.begins("full name and", range.first);
    return name && range.last - range.first <= 6 && std::ranges::any_of(posts, [&](std::string_view post) {
               const auto at = words.find(post, range.first);
               return at && at->last <= range.last;
           });
}

std::optional<Asks> dated_label(const Words& words, WordRange range) {
    if (range.last - range.first > longest_open_label)
        return std::nullopt;
    for (std::uint32_t i = range.first; i < range.last; ++i)
        if (words.word(i)[0] >= '0' && words.word(i)[0] <= '9')
            return std::nullopt; // the date itself is no label
    const auto within = [&](std::string_view phrase) {
        const auto at = words.find(phrase, range.first);
        return at && at->last <= range.last;
    };
    if (within("looked at again") && !within("was"))
        return Asks::review_date;
    if (within("review*") && std::ranges::any_of(coming, within) && std::ranges::none_of(gone, within))
        return Asks::review_date;
    constexpr std::string_view happened[] = {"held", "took place", "last", "previous", "most recent"};
    constexpr std::string_view papers[] = {"report", "decision", "letter", "sent", "invited", "attended", "outcome", "summary", "notes", "circulated", "due"};
    if (within("review*") && std::ranges::any_of(happened, within) && std::ranges::none_of(papers, within))
        return Asks::last_review_date;
    if (within("request*") && (within("assessment") || within("ehcna")) && std::ranges::none_of(papers, within) && !within("by") && !within("source") && !within("refused") && !within("agreed"))
        return Asks::request_date;
    if ((within("proposed amendment*") || within("amendment notice") || within("notice of amendment*") || within("notice of proposed amendment*")) && (within("sent") || within("date*") || within("issued")))
        return Asks::notice_date;
    if (within("decision") && (within("review*") || within("letter") || within("maintain") || within("amend")) && (within("sent") || within("date*") || within("letter") || within("issued")) && !within("assess*"))
        return Asks::review_decision_date;
    if ((within("comments") || within("representations") || within("views back")) && (within("by") || within("before") || within("deadline")) && words.word(range.last - 1).size() >= 2 && range.last - range.first >= 3)
        return Asks::comments_by_date;
    // "Date of this amended plan", "Date on which the final version was issued"
    constexpr std::string_view other_days[] = {"review*", "meeting", "request*", "transfer*", "moved", "expected", "end", "ends", "cease*", "expire*", "previous", "old", "parent*", "school", "comments", "consult*", "started", "came"};
    // "Plan Status: Final   Date of Plan": the word before is a value, so the label begins with its date or ends with what was done.
    const std::string_view end = words.word(range.last - 1);
    const bool asks_day = words.begins("date", range.first) || words.begins("the date", range.first) || end == "issued" || end == "made" || end == "dated";
    if ((within("plan") || within("ehcp") || within("this version")) && asks_day && std::ranges::none_of(other_days, within)) {
        const bool first = within("first") || within("original*") || within("initial*");
        return within("draft") || within("proposed") ? Asks::draft_date : first ? Asks::first_date : within("amended") ? Asks::amended_date : within("final") ? Asks::final_date : Asks::plan_date;
    }
    return std::nullopt;
}

const LabelTable& labels() {
    static const auto table = [] {
        LabelTable made;
        for (const LabelWords& row : label_words) {
            const Words words(row.phrase);
            made.emplace(bare(words, {0, words.count()}), row.asks);
        }
        return made;
    }();
    return table;
}

} // namespace

LabelTable own_labels(std::span<const OwnLabel> own) {
    LabelTable table;
    for (const OwnLabel& label : own)
        for (const auto& [name, asks] : field_names)
            if (const Words words(label.words); name == label.field)
                table.emplace(bare(words, {0, words.count()}), asks);
    return table;
}

std::optional<Asks> label_in(const Words& words, WordRange range, const LabelTable& own) {
    if (range.first >= range.last || range.last - range.first > longest_label)
        return std::nullopt;
    const std::string key = bare(words, range);
    bool child = false;
    for (std::uint32_t i = range.first; i < range.last; ++i)
        child = child || std::ranges::find(child_words, words.word(i)) != std::end(child_words);
    if (key.empty())
        return child && range.last - range.first <= 4 ? std::optional(Asks::child_name) : std::nullopt;
    if (const auto found = own.find(key); found != own.end())
        return found->second;
    if (const auto found = labels().find(key); found != labels().end())
        return child && found->second == Asks::person_name ? Asks::child_name : found->second;
    if (asks_name_and_post(words, range))
        return Asks::officer_name;
    if (const auto dated = dated_label(words, range))
        return dated;
    const auto begins = [&](std::string_view phrase) { return words.begins(phrase, range.first); };
    // "Signed on behalf of Marrowby County Council"
    if (begins("signed on behalf of") || begins("signed for") || begins("signature on behalf of"))
        return Asks::signature;
    if (std::ranges::any_of(parent_openings, begins) &&
        std::ranges::none_of(not_a_parents_name, [&](std::string_view phrase) {
            const auto at = words.find(phrase, range.first);
            return at && at->last <= range.last;
        }))
        return Asks::parent_name;
    return std::nullopt;
}

std::optional<Person> person_of_title(const Words& words) {
    if (words.count() > longest_label)
        return std::nullopt;
    if (words.has("sign") || words.has("signature") || words.has("signed") || words.has("signatures") || words.has("authorisation") ||
        words.has("local authority officer"))
        return Person::officer;
    if (words.has("parent*") || words.has("carer*") || words.has("guardian*") || words.has("family") || words.has("next of kin") || words.has("responsible"))
        return Person::parent;
    if (words.has("school*") || words.has("setting*") || words.has("college*") || words.has("nursery"))
        return Person::setting;
    if (words.has("professional*") || words.has("services") || words.has("gp") || words.has("social worker") || words.has("contributed") || words.has("involved") ||
        words.has("caseworker") || words.has("case worker") || words.has("coordinator") || words.has("lead professional") || words.has("contact*"))
        return Person::other;
    if (words.has("child*") || words.has("young person*") || words.has("pupil*") || words.has("student*") || words.has("personal details") || words.has("about me") ||
        words.has("my details"))
        return Person::child;
    return std::nullopt;
}

std::span<const std::string_view> label_fields() noexcept {
    static const auto names = [] {
        std::array<std::string_view, std::size(field_names)> made;
        std::ranges::transform(field_names, made.begin(), [](const auto& row) { return row.first; });
        return made;
    }();
    return names;
}

bool is_label_field(std::string_view name) noexcept { return std::ranges::find(label_fields(), name) != label_fields().end(); }

} // namespace ehc::read
