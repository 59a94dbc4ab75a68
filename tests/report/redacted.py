#!/usr/bin/python3
"""Plants fifty identifiers in a plan, its file name and its folder, and looks for each in every report: redacted.py PROGRAM

Without --redact most of them must be found (else the test looks in the wrong place); with it none, in no format, not in the
baseline, and not in what the program says besides. Invented: no such child, family, school or number.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
FORMATS = ("text", "json", "jsonl", "csv", "xlsx", "markdown", "sarif", "junit", "github", "github-summary", "gitlab", "azure", "html")

# Each is looked for as it stands, without regard to case.
CHILD = ["Qorvane", "Thessaly", "Zibby", "X801200001001", "943 476 5919", "EHCP-77-4410"]
BIRTH = ["2013-04-03", "3 April 2013", "03/04/2013", "3rd April 2013"]
FAMILY = ["Marisolde", "Ottokar", "Qorvane-Blythe"]
STAFF = ["Pellinor", "Vashti", "Quillfeather", "Drumgoole", "Ysolde", "Hartigan"]
PLACES = ["14 Wexcombe Rise", "ZX9 4QT", "01632 960123", "family@example.org", "Lantern Hill Academy", "Brindlewick"]
WORDS = [f"Kestrelword{number:02d}" for number in range(1, 24)]  # in sentences that rules quote
FILES = ["Qorvane_Thessaly_2013", "caseload-of-Hartigan"]
LISTED = ["Tamsin Greywether", "Ravensbourne House", "Absent_Peregrine"]  # in the list that documents are counted by
PROPERTIES = ["Featherspoon"]  # in the title of the file
PLANTED = CHILD + BIRTH + FAMILY + STAFF + PLACES + WORDS + FILES + LISTED + PROPERTIES
assert len(set(PLANTED)) >= 50

PROVISION = "\n".join(f'<provision id="F{n}"><text>Zibby will have access to regular support with {word} as appropriate, where possible.</text></provision>' for n, word in enumerate(WORDS[:12], 1))
PLAN = f"""<?xml version="1.0" encoding="UTF-8"?>
<ehc_plan schema="1">
  <status>final</status><id>{CHILD[5]}</id><authority>Brindlewick Council</authority><date>2025-02-14</date><next_review>2024-01-02</next_review>
  <signatory><name>{STAFF[0]} {STAFF[1]}</name></signatory>
  <child><name>{CHILD[1]} {CHILD[0]}</name><known_as>{CHILD[2]}</known_as><date_of_birth>{BIRTH[0]}</date_of_birth><upn>{CHILD[3]}</upn><nhs_number>{CHILD[4]}</nhs_number></child>
  <properties><title>EHC plan - Charlotte {PROPERTIES[0]}</title></properties>
  <parent><name>{FAMILY[0]} {FAMILY[2]}</name></parent><parent><name>{FAMILY[1]} {CHILD[0]}</name></parent>
  <setting>{PLACES[4]}</setting>
  <p>{CHILD[1]} {CHILD[0]}, born on {BIRTH[1]} ({BIRTH[2]}, {BIRTH[3]}), of {PLACES[0]}, {PLACES[1]}, telephone {PLACES[2]}, {PLACES[3]}, has a statement of special educational needs.</p>
  <section letter="A"><title>Section A</title><view speaker="child">{WORDS[12]} is what Thessaly likes: being a vet. He says he hates {WORDS[13]}.</view></section>
  <section letter="B"><title>Section B</title><need id="B1">Thessaly has {WORDS[14]} and a statement; school action plus applies to {WORDS[15]}.</need><need id="B2">{WORDS[16]} is a worry at Brindlewick.</need></section>
  <section letter="E"><title>Section E</title><outcome id="O1">To improve {WORDS[17]} as appropriate.</outcome><outcome id="O2">Zibby will continue to develop {WORDS[18]}.</outcome></section>
  <section letter="F"><title>Section F</title>{PROVISION}<provision id="F20"><text>TBC: {WORDS[19]}, subject to funding, from {STAFF[2]}.</text></provision></section>
  <section letter="I"><title>Section I: Placement</title><placement><text>{PLACES[4]}, to be confirmed with {STAFF[5]}</text><name>{PLACES[4]}</name></placement></section>
  <section letter="K"><title>Section K</title>
    <advice id="K1" role="educational_psychologist"><title>Report on {WORDS[20]}</title><author>Dr {STAFF[2]} {STAFF[3]}</author><date>2017-03-01</date></advice>
    <advice id="K2" role="medical"><title>{WORDS[21]}</title><author>{STAFF[4]} {STAFF[5]}</author><date>2026-01-01</date></advice>
    <advice id="K3" role="social_care"><title>{WORDS[22]}</title></advice></section>
</ehc_plan>
"""


def text_of(path):
    """What a reader can find in the file; a workbook is unpacked."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return path.read_text(encoding="utf-8")


def run(folder, out, *words, environment=None):
    out.mkdir()
    formats = [f"--format={name}={out / ('report.' + name)}" for name in FORMATS]
    result = subprocess.run([PROGRAM, "check", folder / FILES[1], "--as-at", "2025-06-01", "--no-project", "--verbose", f"--group-by={folder / 'list.csv'}", "--group-by=school", f"--write-baseline={out / 'baseline'}", *formats, *words],
                            capture_output=True, text=True, check=False, env=environment)
    assert result.returncode in (1, 3), (result.returncode, result.stderr)
    reports = {path.name: text_of(path) for path in sorted(out.iterdir())}
    reports["what it says"] = result.stdout + result.stderr
    return reports


def found_in(text):
    folded = text.lower()
    return [word for word in PLANTED if word.lower() in folded]


faults = []
with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    (folder / FILES[1]).mkdir()
    (folder / FILES[1] / f"{FILES[0]}.xml").write_text(PLAN, encoding="utf-8")
    (folder / FILES[1] / f"{FILES[0]} scan.pdf").write_bytes(b"%PDF-1.7 not one")
    (folder / "list.csv").write_text(f"file,case officer,home\n{FILES[0]}.xml,{LISTED[0]},{LISTED[1]}\n{LISTED[2]}.docx,x,y\n", encoding="utf-8")
    home = {"HOME": str(folder / "home"), "PATH": "/usr/bin:/bin"}

    plain = run(folder, folder / "plain", environment=home)
    shown = set(found_in(plain["report.json"]))
    if len(shown) < 20:
        faults.append(f"without --redact only {len(shown)} of {len(PLANTED)} identifiers are in the JSON report: the plan tests too little: {sorted(shown)}")
    hidden = [word for word in LISTED if word not in plain["what it says"] + plain["report.json"]]
    if hidden:
        faults.append(f"without --redact the list's {hidden} are nowhere")
    if (folder / "home").exists():
        faults.append("a run without --redact made a key")

    redacted = run(folder, folder / "redacted", "--redact", environment=home)
    for name, text in redacted.items():
        for word in found_in(text):
            faults.append(f"with --redact {name} shows `{word}`: {re.search('.{0,60}' + re.escape(word) + '.{0,30}', text, re.I | re.S).group(0)!r}")
    key = folder / "home" / ".config" / "ehcaudit" / "key"
    if key.stat().st_mode & 0o777 != 0o600 or key.parent.stat().st_mode & 0o777 != 0o700 or len(key.read_text()) != 64:
        faults.append("the key is not the user's alone, or short")

    again = run(folder, folder / "again", "--redact", environment=home)
    if {name: text for name, text in again.items() if name != "what it says"} != {name: text for name, text in redacted.items() if name != "what it says"}:
        faults.append("pseudonyms changed from one run to the next under the same key")
    other = folder / "other.key"
    other.write_text("another secret of thirty-two bytes", encoding="utf-8")
    other.chmod(0o600)
    if run(folder, folder / "other", "--redact", f"--fingerprint-key-file={other}", environment=home)["report.json"] == redacted["report.json"]:
        faults.append("another key gives the same pseudonyms")
    other.chmod(0o644)
    told = subprocess.run([PROGRAM, "check", folder, "--redact", f"--fingerprint-key-file={other}"], capture_output=True, text=True, check=False)
    if told.returncode != 2 or "others can read this key" not in told.stderr:
        faults.append(f"a key that others can read is taken: {told.returncode} {told.stderr}")
    told = subprocess.run([PROGRAM, "check", folder, "--redact", f"--format=docx={folder / 'copies'}"], capture_output=True, text=True, check=False, env=home)
    if told.returncode != 2 or "copies of documents show all" not in told.stderr:
        faults.append(f"copies are made with --redact: {told.returncode} {told.stderr}")
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
