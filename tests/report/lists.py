#!/usr/bin/python3
"""Baselines, exceptions, settings files and `init` through the program: lists.py PROGRAM"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
TOP = pathlib.Path(__file__).resolve().parent.parent.parent
SAMPLE = TOP / "samples" / "vague-provision"
faults = []


def check(holds, what):
    if not holds:
        faults.append(what)


def run(folder, *words):
    return subprocess.run([PROGRAM, *words], cwd=folder, capture_output=True, text=True, check=False)


def audit(folder, *words):
    """The JSON report of the plans, the exit status and what was said."""
    result = run(folder, "check", "plans", "--as-at", "2025-06-01", "--format", "json", *words)
    return json.loads(result.stdout) if result.stdout else None, result.returncode, result.stderr


def refused(folder, words, what):
    report, status, said = audit(folder, *words)
    check(report is None and status == 2 and what in said and said.count("\n") == 1, f"{words}: {status} {said!r}, expected one line with {what!r}")


def counts(report):
    return sum(report["summary"]["findings"].values()), report["summary"]["known"], report["summary"]["gone"], report["summary"]["suppressed"]


def fresh(temporary, name):
    folder = pathlib.Path(temporary) / name
    (folder / "plans").mkdir(parents=True)
    for plan in SAMPLE.glob("plan.*"):
        shutil.copy(plan, folder / "plans")
    return folder


def baselines(folder):
    first, _, said = audit(folder, "--write-baseline=base.txt")
    total = counts(first)[0]
    check(total > 3 and f"base.txt: baseline written, +{total} -0" in said, f"writing: {total} {said!r}")
    text = (folder / "base.txt").read_text(encoding="utf-8")
    report, status, said = audit(folder, "--baseline=base.txt")
    check(counts(report) == (0, total, 0, 0) and status == 0 and said == "", f"read back: {counts(report)} {status} {said!r}")
    # One finding is forgotten: it is new. One is made up: it is gone.
    lines = text.splitlines(keepends=True)
    (folder / "base.txt").write_text("".join(lines[:1] + lines[2:]) + "EHC-Z99 F 1 0123456789abcdef plans/plan.docx\nEHC-Z99 F 1 0123456789abcdef plans/moved.docx\n".replace("plan.docx", next((folder / "plans").iterdir()).name), encoding="utf-8")
    report, status, said = audit(folder, "--baseline=base.txt")
    check(counts(report)[0] >= 1 and counts(report)[2] == 1, f"one new and one gone: {counts(report)}")
    check("1 document of the baseline was not among those audited" in said, f"an entry without its document: {said!r}")
    _, _, said = audit(folder, "--write-baseline=base.txt")
    check("baseline rewritten, +" in said and " -1" in said and "kept what it had" in said, f"rewriting: {said!r}")
    refused(folder, ["--baseline=missing.txt"], "missing.txt: the baseline cannot be read")
    (folder / "broken.txt").write_text("nothing of the kind\n", encoding="utf-8")
    refused(folder, ["--baseline=broken.txt"], "broken.txt: this is not a baseline")
    refused(folder, ["--write-baseline=broken.txt"], "broken.txt: this is not a baseline")
    check((folder / "broken.txt").read_text(encoding="utf-8") == "nothing of the kind\n", "a file that is no baseline was overwritten")
    # What the audit reads is not written over.
    plan = "plans/" + next((folder / "plans").iterdir()).name
    for words in (["--format=csv=base.txt", "--baseline=base.txt"], ["--format=csv=new.txt", "--write-baseline=new.txt"], [f"--write-baseline={plan}"]):
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        result = run(folder, "check", "plans", *words)
        check(result.returncode == 2 and result.stderr.count("\n") == 1, f"{words}: {result.returncode} {result.stderr!r}")
        check({path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before, f"{words}: a file was changed")
    # With a key the words count.
    (folder / "key").write_text("a secret of sixteen bytes or more\n", encoding="utf-8")
    (folder / "key").chmod(0o600)
    keyed, _, _ = audit(folder, "--fingerprint-key-file=key")
    plain = {f["fingerprint"] for f in first["documents"][0]["findings"]}
    check(plain.isdisjoint(f["fingerprint"] for f in keyed["documents"][0]["findings"]), "a key does not change fingerprints")


def exceptions(folder):
    plan = "plans/" + next((folder / "plans").iterdir()).name
    first, _, _ = audit(folder)
    vague = sum(f["rule"] == "EHC-F01" for f in first["documents"][0]["findings"])
    entry = 'suppression\n{{\n  rule {rule}\n  plan {plan}\n  reason "Agreed with the family"\n  who "J. Okafor"\n  until {until}\n}}\n'
    (folder / "x.info").write_text(entry.format(rule="EHC-F01", plan=plan, until="2025-06-01"), encoding="utf-8")
    report, _, _ = audit(folder, "--suppressions=x.info")
    check(vague > 0 and counts(report)[3] == vague and counts(report)[0] == counts(first)[0] - vague, f"accepted: {counts(first)} {counts(report)}")
    check(report["documents"][0]["suppressed"][0]["who"] == "J. Okafor", "the report does not say who accepts")
    (folder / "x.info").write_text(entry.format(rule="EHC-F01", plan=plan, until="2025-05-31") + entry.format(rule="EHC-S02", plan=plan, until="2026-05-31"), encoding="utf-8")
    report, _, _ = audit(folder, "--suppressions=x.info")
    rules = [f["rule"] for f in report["documents"][0]["findings"]]
    check(counts(report)[3] == 0 and rules.count("EHC-Y01") == 1 and rules.count("EHC-Y02") == 1, f"expired and unused: {rules}")
    (folder / "x.info").write_text(entry.format(rule="EHC-F0l", plan=plan, until="2025-06-01"), encoding="utf-8")
    refused(folder, ["--suppressions=x.info"], "x.info:1: `EHC-F0l` is not a rule")
    refused(folder, ["--suppressions=nowhere.info"], "nowhere.info: the exceptions cannot be read")


def settings(folder):
    first, _, _ = audit(folder)
    project = folder / "ehcaudit.info"
    project.write_text('profile council.info\nseverities\n{\n  EHC-F01 advice\n}\nfail-on never\n', encoding="utf-8")
    (folder / "council.info").write_text('name "Exampleshire"\nseverities\n{\n  EHC-F01 critical\n  EHC-F02 critical\n}\noff\n{\n  EHC-F04 "We leave this to the school"\n}\n', encoding="utf-8")
    report, status, _ = audit(folder)
    severities = {f["rule"]: f["severity"] for f in report["documents"][0]["findings"]}
    check(status == 0 and severities["EHC-F01"] == "advice" and severities["EHC-F02"] == "critical", f"project over profile over pack: {status} {severities}")
    check(any(f["rule"] == "EHC-F04" for f in first["documents"][0]["findings"]) and "EHC-F04" not in severities, "a rule that is off was run")
    check(report["audit"]["profile"] == "Exampleshire, ehcaudit.info" and report["audit"]["rules_off"] == [{"rule": "EHC-F04", "reason": "We leave this to the school"}], f"{report['audit']}")
    report, status, _ = audit(folder, "--fail-on=advice", "--rule=EHC-F04")
    check(status == 1 and report["summary"]["findings"]["minor"] + report["summary"]["findings"]["major"] > 0, "the command line does not win")
    report, _, _ = audit(folder, "--no-project")
    check(report == first, "--no-project heeds the project file")
    for text, what in (("severitys\n{\n}\n", "ehcaudit.info:1: `severitys` is not a key here; did you mean `severities`?"),
                       ("severities\n{\n  EHC-F0I minor\n}\n", "ehcaudit.info:3: `EHC-F0I` is not a rule"), ("off\n{\n  provision-vage no\n}\n", "did you mean `provision-vague`?"),
                       ("profile nowhere.info\n", "nowhere.info"), ("rules nowhere\n", "nowhere")):
        project.write_text(text, encoding="utf-8")
        refused(folder, [], what)
    project.write_text("parameters\n{\n  advice_wrn \"18 months\"\n}\n", encoding="utf-8")
    _, status, said = audit(folder)
    check(status == 2 and "ehcaudit.info:3" in said and "advice_warn" in said, f"an unknown parameter: {status} {said!r}")


def groups(folder):
    """Counts by a list as Excel saves it, and by what plans state; a list in the folder of the plans is no plan."""
    for other in (folder / "plans").glob("plan.*"):
        other.unlink()
    shutil.copy(SAMPLE / "plan.docx", folder / "plans" / "Amara.docx")
    for name in ("Ben.docx", "Cem.docx"):
        shutil.copy(folder / "plans" / "Amara.docx", folder / "plans" / name)
    (folder / "plans" / "schools.csv").write_bytes('\ufeffSchool;File name;Service\r\n"Hill; Top ""A""";amara;North\r\nLantern;PLANS\\BEN.DOCX;\r\nNowhere;dana.docx;x\r\n'.encode("utf-8"))
    listed = "--group-by=plans/schools.csv"
    report, _, said = audit(folder, listed, "--group-by=school")
    documents = {document["path"]: document["groups"] for document in report["documents"]}
    school = documents["plans/Amara.docx"]["School in the plan"]
    check(set(documents) == {"plans/Amara.docx", "plans/Ben.docx", "plans/Cem.docx"} and school, f"documents and the school they state: {documents}")
    check({path: (of["School"], of["Service"]) for path, of in documents.items()} ==
          {"plans/Amara.docx": ('Hill; Top "A"', "North"), "plans/Ben.docx": ("Lantern", None), "plans/Cem.docx": (None, None)}, f"groups: {documents}")
    counted = [(group["by"], group["value"], group["documents"], group["to_send_back"]) for group in report["summary"]["groups"]]
    check(("Service", None, 2, 2) in counted and ("School in the plan", school, 3, 3) in counted and len(counted) == 6, f"counts: {counted}")
    check(said == "plans/schools.csv: 1 document has no row in the list and is counted as not stated\nplans/schools.csv: 1 row names no document of this audit: `dana.docx` (line 4)\n", f"told: {said!r}")
    shown = run(folder, "check", "plans", "--as-at=2025-06-01", listed, "--format=text", "--format=html=a.html", "--format=csv=a.csv", "--format=markdown=a.md", "--format=xlsx=a.xlsx")
    check("By School: documents to send back" in shown.stdout and "Lantern" in shown.stdout, "the text report does not count by group")
    for name, words in (("a.html", ">By School</h2>"), ("a.csv", 'Cem.docx'), ("a.csv", '"Hill; Top ""A""",North'), ("a.md", "## By School")):
        check(words in (folder / name).read_text(encoding="utf-8"), f"{name} does not hold {words!r}")
    project = folder / "ehcaudit.info"
    project.write_text("group-by plans/schools.csv\n", encoding="utf-8")
    again, _, _ = audit(folder)
    check(again["audit"]["group_by"] == ["School", "Service"], "the project file's group-by is not heeded")
    again, _, _ = audit(folder, "--group-by=school")
    check(again["audit"]["group_by"] == ["School in the plan"], "--group-by does not win over the project file")
    project.unlink()
    before = (folder / "plans" / "schools.csv").read_bytes()
    refused(folder, [listed, "--format=csv=plans/schools.csv"], "the audit reads this file")
    check((folder / "plans" / "schools.csv").read_bytes() == before, "a list was replaced by a report")
    for text, what in (("file,school\na,b,c\n", "list.csv:2: this row has 3 cells, and the head names 2 columns"), ("", "list.csv: the list is empty"), ("school\nx\n", "one column only"),
                       ('file,school\n"a,b\n', "list.csv:2: a quote is opened in this row"), ("file,School,SCHOOL\n", "two columns are called `SCHOOL`"),
                       ("file,school\na.docx,x\nA.docx,y\n", "list.csv:3: this document stands in line 2 already"), ("PK\x03\x04", "this is a workbook")):
        (folder / "list.csv").write_text(text, encoding="utf-8")
        refused(folder, ["--group-by=list.csv"], what)
    refused(folder, ["--group-by=schol"], "did you mean `school`")
    refused(folder, [listed, "--group-by=plans/schools.csv"], "is counted by already")


def init(folder):
    made = run(folder, "init")
    check(made.returncode == 0 and "wrote ehcaudit.info and local/local.rules" in made.stdout, f"init: {made.returncode} {made.stdout} {made.stderr}")
    tested = run(folder, "rules", "test", "--rules", "local", "--only-rules")
    check(tested.returncode == 0 and "0 not" in tested.stdout, f"the first rule's test: {tested.stdout} {tested.stderr}")
    report, _, said = audit(folder)
    check(report is not None and any(pack["name"] == "local" for pack in report["audit"]["packs"]), f"the project that init made: {said}")
    keys = run(folder, "help", "profile").stdout
    for line in (folder / "ehcaudit.info").read_text(encoding="utf-8").splitlines():
        check(line == "" or line.startswith(";") or line == "rules local", f"init leaves a setting on: {line}")
    for key in ("parameters", "severities", "off", "headings", "labels", "format", "fail-on", "baseline", "suppressions"):
        check(key in keys and f"; {key}" in (folder / "ehcaudit.info").read_text(encoding="utf-8"), f"`{key}` is not explained")
    again = run(folder, "init")
    check(again.returncode == 2 and "already there" in again.stderr, f"init over a project: {again.returncode} {again.stderr}")


with tempfile.TemporaryDirectory() as temporary:
    for part in (baselines, exceptions, settings, groups, init):
        part(fresh(temporary, part.__name__))
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
