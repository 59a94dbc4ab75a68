#include "plan/choices.hpp"

namespace ehc::plan {

namespace {

constexpr ChoiceRow kind_rows[] = {
    {"plan", "an EHC plan", "", "a whole plan, of any status"},
    {"template", "a blank plan template", "", "a form to be filled in, about no child"},
    {"fragment", "part of an EHC plan", "", "some sections of a plan only"},
    {"advice", "an advice report", "", "advice or information given for an assessment, as listed in Section K"},
    {"review_form", "an annual review form", "", "the record or report of a review meeting"},
    {"return", "a SEN2 return", "", "the statistical return on a caseload"},
    {"other", "not an EHC document", "", "none of these; no rule is run on it"},
};
constexpr ChoiceRow status_rows[] = {
    {"draft", "draft", "draft plan; first draft", "sent for comments under SEND Regulations 2014 reg 13(1)"},
    {"proposed_amended", "proposed amended plan", "amendment notice; proposed amended; draft amended; amended draft",
     "the plan with proposed amendments, reg 22(2)"},
    {"final", "final", "final plan", "issued under reg 13(2)"},
    {"amended_final", "amended final", "amended final plan; final amended", "issued after amendment, reg 22(3) or reg 28"},
    {"working_document", "working document", "tribunal working document", "a version marked up for an appeal"},
};
constexpr ChoiceRow letter_rows[] = {
    {"A", "A", "", "views, interests and aspirations: reg 12(1)(a)"},
    {"B", "B", "", "special educational needs: reg 12(1)(b)"},
    {"C", "C", "", "health care needs related to them: reg 12(1)(c)"},
    {"D", "D", "", "social care needs related to them or to a disability: reg 12(1)(d)"},
    {"E", "E", "", "outcomes: reg 12(1)(e)"},
    {"F", "F", "", "special educational provision: reg 12(1)(f)"},
    {"G", "G", "", "health care provision: reg 12(1)(g)"},
    {"H1", "H1", "", "social care provision under s.2 of the Chronically Sick and Disabled Persons Act 1970, for people under 18: reg 12(1)(h)(i)"},
    {"H2", "H2", "", "other social care provision: reg 12(1)(h)(ii)"},
    {"I", "I", "", "name and type of the school or other institution: reg 12(1)(i)"},
    {"J", "J", "", "needs and outcomes to be met by direct payment: reg 12(1)(j)"},
    {"K", "K", "", "advice and information, in appendices: reg 12(4)"},
};
constexpr ChoiceRow area_rows[] = {
    {"communication_and_interaction", "communication and interaction", "speech, language and communication; communication", "Code of Practice 2015 para 6.28"},
    {"cognition_and_learning", "cognition and learning", "learning; cognition", "Code para 6.30"},
    {"social_emotional_and_mental_health", "social, emotional and mental health",
     "social, emotional and wellbeing; emotional and social development; social emotional and mental health difficulties; semh; behaviour, emotional and social development", "Code para 6.32"},
    {"sensory_and_physical", "sensory and physical",
     "sensory and/or physical; physical or sensory; sensory, physical and health; sensory and or physical; sensory or physical; physical and sensory", "Code para 6.34"},
    {"independence", "independence and self-care",
     "self-care and independence; self-help and independence; independence and self-help; independence; self-help and independence skills and keeping safe; self-care", "a fifth area that some councils use"},
    {"preparation_for_adulthood", "preparation for adulthood", "preparing for adulthood; pfa", "reg 12(3), from Year 9"},
    {"health", "health", "health care; medical", "needs and provision of sections C and G"},
    {"social_care", "social care", "care", "needs and provision of sections D, H1 and H2"},
};
constexpr ChoiceRow role_rows[] = {
    {"child", "child or young person", "child's views; views of the child; views of child; views of the young person; young person; pupil; young person's views; pupil views; pupil's views; child views", "the child or young person"},
    {"parent", "parent or carer", "parent; parents; parental; parents'; parental views; views of parents; views of the parents; views of parent; parental contribution; parental advice; parent carer; carer; carers; foster carer; foster carers; mother; father; mum; dad; mum and dad; mummy; daddy; special guardian; guardian; aunt; uncle; grandmother; grandfather; grandparents; family views", "a parent or carer"},
    {"education_setting", "education setting",
     "school; nursery; college; head teacher; headteacher; senco; sendco; class teacher; education; educational advice; education advice; setting; principal; school report; early years; pre-school; preschool; tutor", "the head of the school, nursery or college, or someone for them"},
    {"educational_psychologist", "educational psychologist",
     "ep; ed psych; ed. psych; educational psychology; psychological advice; psychological; psychology; principal educational psychologist; trainee educational psychologist; ep report; ep advice; senior educational psychologist", "an educational psychologist"},
    {"speech_and_language_therapist", "speech and language therapist",
     "salt; slt; speech and language therapy; speech therapist; speech therapy; speech and language; speech & language therapist; speech & language therapy; speech & language", "a speech and language therapist"},
    {"occupational_therapist", "occupational therapist", "ot; occupational therapy; ot report", "an occupational therapist"},
    {"physiotherapist", "physiotherapist", "physio; physiotherapy; physical therapist", "a physiotherapist"},
    {"medical", "doctor or nurse",
     "paediatrician; community paediatrician; consultant paediatrician; medical; medical advice; paediatric; paediatrics; health advice; school nurse; school nursing; health visitor; general practitioner; gp; nurse; doctor; consultant; health; dietitian; neurologist; neurology; community nurse; community children's nurse; hospital", "a doctor, nurse or other health professional not listed apart"},
    {"camhs", "CAMHS", "child and adolescent mental health; cypmhs; camhs clinician; psychiatrist; clinical psychologist; clinical psychology; mental health practitioner; mental health support team; mental health nurse", "a child and adolescent mental health service"},
    {"teacher_of_the_deaf", "qualified teacher of the deaf", "teacher of the deaf; qtod; tod; qualified teacher of deaf children; teacher of deaf children; teacher of deaf pupils; teacher of deaf children and young people; hearing impairment advice; hearing impairment team; hearing support; hi team; advisory teacher for hearing impairment; hearing impairment advisory teacher", "a teacher qualified under reg 6(2) for hearing impairment"},
    {"teacher_of_vision_impairment", "qualified teacher of children with vision impairment",
     "qtvi; tvi; teacher of the visually impaired; qualified teacher of the visually impaired; teacher of visual impairment; vision impairment team; visual impairment team; vi team; specialist teacher (vi); vision support; advisory teacher for visual impairment; teacher of vision impairment; qualified teacher of vision impairment; teacher of children with a vision impairment; teacher of children with vision impairment; teacher of children and young people with vision impairment; teacher of children with visual impairment; teacher of children with a visual impairment; teacher of pupils with vision impairment; teacher of vision impaired children; vision advice; vision impairment advice", "a teacher qualified under reg 6(2) for vision impairment"},
    {"teacher_of_multi_sensory_impairment", "qualified teacher of multi-sensory impairment", "qtmsi; msi teacher; teacher of multi-sensory impairment; multi-sensory impairment", "a teacher qualified under reg 6(2) for both"},
    {"audiology", "audiologist or eye clinic", "audiology; audiologist; orthoptist; ophthalmology; ophthalmologist; orthoptics; eye clinic", "measured hearing or sight"},
    {"social_care", "social care", "social worker; children's social care; social services; social care advice; children with disabilities team; cwd team; early help; family support worker; adult social care; family help", "children's or adults' social care"},
    {"careers_adviser", "careers adviser", "careers; careers advisor; preparation for adulthood adviser; iag adviser; employment adviser; transition worker; job coach; transition adviser; transitions team; preparing for adulthood adviser", "advice on preparation for adulthood"},
    {"specialist_teacher", "specialist teacher", "advisory teacher; outreach teacher; specialist advisory teacher; autism outreach; portage; portage home visitor; behaviour support; specialist teaching service; autism advisory teacher; specialist teacher adviser; learning support service; inclusion adviser", "a specialist or outreach teacher"},
    {"other", "other professional",
     "habilitation specialist; habilitation officer; habilitation; rqhs; music therapist; music therapy; art therapist; art therapy; drama therapist; drama therapy; play therapist; play therapy; psychotherapist; counsellor; youth justice; youth justice worker; yot; youth offending; probation officer; virtual school; virtual school head; education welfare officer; attendance officer; interpreter; youth worker; family court adviser; assistive technology; send caseworker; plan coordinator; ehc coordinator; sen officer", "anyone else"},
};
constexpr ChoiceRow category_rows[] = {
    {"views", "views of the child or parent", "", "reg 6(1)(a): the child's parent or the young person"},
    {"education", "educational advice", "", "reg 6(1)(b)"},
    {"medical", "medical advice", "", "reg 6(1)(c)"},
    {"psychology", "psychological advice", "", "reg 6(1)(d): from an educational psychologist"},
    {"social_care", "social care advice", "", "reg 6(1)(e)"},
    {"other_professional", "advice from another person", "", "reg 6(1)(f)"},
    {"preparation_for_adulthood", "advice on preparation for adulthood", "", "reg 6(1)(g): in or beyond Year 9"},
    {"requested_by_family", "advice that the family asked for", "", "reg 6(1)(h)"},
};
constexpr ChoiceRow speaker_rows[] = {
    {"child", "the child or young person", "", "the child or young person speaks, or is quoted or observed"},
    {"parent", "a parent or carer", "", "a parent or carer speaks"},
    {"other", "someone else", "", "a professional or the authority speaks"},
};
constexpr ChoiceRow decision_rows[] = {
    {"maintain", "maintain", "", "the plan goes on unchanged"},
    {"amend", "amend", "", "the plan is to be amended"},
    {"cease", "cease", "", "the plan is to end"},
};
constexpr ChoiceRow setting_rows[] = {
    {"mainstream_school", "mainstream school", "maintained mainstream; mainstream primary; mainstream secondary; mainstream infant; mainstream junior; mainstream; community primary; maintained school; maintained primary; maintained secondary; voluntary aided; voluntary controlled; primary school (mainstream); secondary school (mainstream); middle school (mainstream)", "a maintained mainstream school"},
    {"mainstream_academy", "mainstream academy", "mainstream secondary academy; mainstream primary academy; academy (mainstream); secondary academy; primary academy; academy converter; sponsored academy; all-through academy", "an academy that is not a special school"},
    {"free_school", "free school", "mainstream free school; special free school; studio school; university technical college", "a free school"},
    {"maintained_nursery", "maintained nursery school", "maintained nursery; nursery school", "a maintained nursery school"},
    {"early_years_setting", "early years setting", "day nursery; private nursery; pre-school; preschool; childminder; early years provider", "another early years provider"},
    {"resourced_provision", "resourced provision", "resource provision; resourced unit; sen unit; resource base; specialist resource; additionally resourced; enhanced provision; specialist unit; resourced mainstream", "a unit or resourced place in a mainstream school"},
    {"maintained_special_school", "maintained special school", "community special school; foundation special school; special school (maintained)", "a maintained special school"},
    {"special_academy", "special academy", "academy special; academy special school; special school academy; special academy converter; academy (special)", "a special academy"},
    {"non_maintained_special_school", "non-maintained special school", "nmss", "a non-maintained special school, CFA 2014 s.38(3)"},
    {"independent_special_school", "independent special school", "independent specialist school; independent special; independent residential special school", "an independent school approved under CFA 2014 s.41 or not"},
    {"independent_school", "independent school", "independent mainstream; independent mainstream school", "another independent school"},
    {"special_school", "special school", "specialist school; residential special school; specialist provision; special provision", "a special school whose status is not said"},
    {"alternative_provision", "alternative provision academy or pupil referral unit", "pru; pupil referral unit; ap academy; alternative provision", "alternative provision"},
    {"further_education_college", "further education college", "fe college; college of further education; general further education college; further education; general fe college", "a further education college"},
    {"sixth_form_college", "sixth-form college", "sixth form college; sixth form; school sixth form", "a sixth-form college"},
    {"specialist_post_16_institution", "specialist post-16 institution", "specialist college; special post-16 institution; specialist post 16; independent specialist college; post-16 institution", "a special post-16 institution, CFA 2014 s.41"},
    {"hospital_school", "hospital school", "", "a hospital school"},
};
constexpr ChoiceRow place_rows[] = {
    {"heading", "heading", "", "a heading"},
    {"body", "paragraph", "", "a paragraph or list item"},
    {"cell", "table cell", "", "a paragraph of a table cell"},
    {"label", "label", "", "the label of a form field or a column heading"},
    {"header", "page header", "", "text of a page header"},
    {"footer", "page footer", "", "text of a page footer"},
    {"note", "note", "", "a footnote, endnote or text box"},
};

} // namespace

const Domain kinds{"kind", "what a document is", kind_rows};
const Domain statuses{"status", "how far a plan has come", status_rows};
const Domain letters{"letter", "the sections that SEND Regulations 2014 reg 12 requires", letter_rows};
const Domain areas{"area", "area of need", area_rows};
const Domain roles{"role", "who gave advice", role_rows};
const Domain categories{"category", "the kinds of advice of SEND Regulations 2014 reg 6(1)", category_rows};
const Domain speakers{"speaker", "who speaks", speaker_rows};
const Domain decisions{"decision", "decision after a review: SEND Regulations 2014 reg 20(10)", decision_rows};
const Domain settings{"setting", "type of school or other institution", setting_rows};
const Domain places{"place", "what a paragraph is in its document", place_rows};

std::optional<std::uint8_t> Domain::find(std::string_view value_name) const noexcept {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].name == value_name)
            return static_cast<std::uint8_t>(i);
    return std::nullopt;
}

} // namespace ehc::plan
