// ehcaudit convert PLAN -o OUT.xml: any readable plan as canonical XML.

#include "caseload/caseload.hpp"
#include "cli/commands.hpp"
#include "cli/map_text.hpp"
#include "cli/programs.hpp"
#include "cli/rule_set.hpp"
#include "cli/terminal.hpp"
#include "read/readers.hpp"
#include "read/write_xml.hpp"
#include "report/output.hpp"

#include <array>
#include <iostream>

#include <unistd.h>

namespace ehc::cli {

ExitStatus run(const Convert& command) {
    const read::Limits limits;
    const std::array<std::string, 1> documents{command.plan};
    if (const auto good = report::check_output(command.output, documents); !good)
        return tell(good.error());
    const auto programs = find_programs(command.ocr);
    if (!programs)
        return tell(programs.error());
    const Result<std::string> bytes = caseload::read_file(command.plan, limits.file_bytes);
    const Result<read::Document> document = bytes ? read::read(*bytes, command.plan, limits, *programs) : Result<read::Document>(bytes.error());
    if (!document) {
        std::cerr << "ehcaudit: " << document.error().line() << "\n";
        return ExitStatus::unreadable;
    }
    read::RecogniseOptions options = command.recognise;
    options.map = command.map;
    const read::Recognition recognition = read::recognise(*document, options);
    if (command.map) {
        std::cout << map_text(command.plan, recognition, terminal_for(surroundings_of(STDOUT_FILENO), Colour::never).width);
        return ExitStatus::clean;
    }
    if (recognition.kind == plan::Kind::other || recognition.kind == plan::Kind::return_)
        return tell(Error{command.plan, "this is " + recognition.recognised_as + ", and there is no plan in it to convert", "give --kind plan if it is one"});
    std::cerr << command.plan << ": " << recognition.recognised_as << (recognition.why.empty() ? "" : " (" + recognition.why + ")") << "\n";
    const std::string xml = read::write_plan_xml(recognition.plan);
    if (const auto written = report::write_output(command.output, documents, [&](std::ostream& out) { out << xml; }); !written)
        return tell(written.error());
    return ExitStatus::clean;
}

} // namespace ehc::cli
